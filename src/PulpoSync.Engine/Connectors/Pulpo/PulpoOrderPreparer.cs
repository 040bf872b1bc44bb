using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Pulpo;

/// <summary>Turns orders into what PULPO takes: ids for warehouse, products and customer. An order that cannot be turned is refused here, by itself.</summary>
internal sealed class PulpoOrderPreparer(PulpoDirectory directory, PulpoProducts products, PulpoCustomers customers)
{
    private const int MaxNumberLength = 255;

    public async Task PrepareAsync(IReadOnlyList<PulpoOrderWork> works, CancellationToken cancellationToken)
    {
        foreach (var work in works) await CheckAsync(work, cancellationToken).ConfigureAwait(false);
        var ids = await ProductsAsync(Open(works), cancellationToken).ConfigureAwait(false);
        foreach (var work in Open(works)) CheckSkus(work, ids);
        RefuseSiblings(works);
        var parties = await CustomersAsync(Open(works), cancellationToken).ConfigureAwait(false);
        var (merchant, channel) = await directory.MerchantAsync(cancellationToken).ConfigureAwait(false);
        foreach (var work in Open(works))
        {
            var (party, failure) = parties[Identifier(work)];
            if (failure is not null) work.Result = WriteResult.Refused(failure);
            else work.Body = await BodyAsync(work, party!.Value, ids, merchant, channel, cancellationToken).ConfigureAwait(false);
        }
    }

    private static List<PulpoOrderWork> Open(IReadOnlyList<PulpoOrderWork> works) => [.. works.Where(work => work.Result is null)];

    private static IEnumerable<OrderLine> Lines(PulpoOrderWork work) => work.Order.Lines.Where(line => line.Quantity > 0);

    private async Task CheckAsync(PulpoOrderWork work, CancellationToken cancellationToken)
    {
        var delivery = work.Order.Delivery!;
        if (delivery.Number.Length > MaxNumberLength)
        {
            work.Refuse(FailureKind.Data, "NumberTooLong", $"The number of order {work.Order.Number} is longer than {MaxNumberLength} characters; shorten NumberPrefix.");
        }
        else if (work.Order.ShipTo is null && work.ShipTo is null)
        {
            work.Refuse(FailureKind.Data, ReasonCodes.AddressMissing, $"Order {delivery.Number} has no address to ship to.");
        }
        else if (Lines(work).Where(line => string.IsNullOrWhiteSpace(line.Sku)).ToList() is { Count: > 0 } nameless)
        {
            work.Refuse(
                FailureKind.Data, ReasonCodes.EmptySku,
                $"Order {delivery.Number} has lines without SKU: {string.Join(", ", nameless.Select(line => $"\"{line.Title}\""))}. Give the products a SKU in the shop.");
        }
        else if (!Lines(work).Any())
        {
            work.Refuse(FailureKind.Data, ReasonCodes.NothingToShip, $"Order {delivery.Number} has no lines to ship.");
        }
        else if (await directory.WarehouseAsync(delivery.Warehouse, cancellationToken).ConfigureAwait(false) is null)
        {
            var warehouses = await directory.WarehousesAsync(cancellationToken).ConfigureAwait(false);
            work.Refuse(
                FailureKind.Data, "WarehouseUnknown",
                $"PULPO has no warehouse \"{delivery.Warehouse}\" for this user. There {PulpoDirectory.Names(warehouses.Select(one => one.Name))}.");
        }
    }

    private async Task<IReadOnlyDictionary<string, long>> ProductsAsync(List<PulpoOrderWork> works, CancellationToken cancellationToken)
    {
        var skus = works.SelectMany(Lines).Select(line => line.Sku!.Trim()).ToHashSet(StringComparer.Ordinal);
        return skus.Count == 0 ? new Dictionary<string, long>() : await products.FindAsync(skus, cancellationToken).ConfigureAwait(false);
    }

    private static void CheckSkus(PulpoOrderWork work, IReadOnlyDictionary<string, long> ids)
    {
        var unknown = Lines(work).Select(line => line.Sku!.Trim()).Where(sku => !ids.ContainsKey(sku)).Distinct(StringComparer.Ordinal).ToList();
        if (unknown.Count == 0) return;
        work.Refuse(
            FailureKind.Data, "UnknownSku",
            $"PULPO has no product {string.Join(", ", unknown)} of order {work.Order.Delivery!.Number}. Transfer the products first; PhysicalOnly drops what needs no shipping.");
    }

    // A split order fails as a whole: half an order in the warehouse would look complete to the one who packs it.
    private static void RefuseSiblings(IReadOnlyList<PulpoOrderWork> works)
    {
        var refused = works.Where(work => work.Operation is WriteOperation.Create && work.Result?.Failure?.Code is "UnknownSku" or ReasonCodes.EmptySku)
            .DistinctBy(work => work.Ref.SourceKey).ToDictionary(work => work.Ref.SourceKey, work => work.Result!.Failure!, StringComparer.Ordinal);
        foreach (var work in works.Where(work => work is { Result: null, Operation: WriteOperation.Create } && refused.ContainsKey(work.Ref.SourceKey)))
        {
            work.Result = WriteResult.Refused(refused[work.Ref.SourceKey]);
        }
    }

    // A fallback is named as it is; marked, so that it is never made.
    private static string Identifier(PulpoOrderWork work) =>
        work.Order.Delivery!.FallbackCustomer is { } fallback ? $"\u0000{fallback}" : PulpoIdentifiers.Of(work.Ref, work.Order);

    private async Task<IReadOnlyDictionary<string, (long? Id, Failure? Failure)>> CustomersAsync(
        List<PulpoOrderWork> works, CancellationToken cancellationToken)
    {
        var own = works.Where(work => work.Order.Delivery!.FallbackCustomer is null)
            .GroupBy(Identifier, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Order, StringComparer.Ordinal);
        var parties = new Dictionary<string, (long? Id, Failure? Failure)>(
            await customers.FindOrMakeAsync(own, cancellationToken).ConfigureAwait(false), StringComparer.Ordinal);
        foreach (var group in works.Where(work => work.Order.Delivery!.FallbackCustomer is not null).GroupBy(Identifier, StringComparer.Ordinal))
        {
            var fallback = group.First().Order.Delivery!.FallbackCustomer!;
            var id = await customers.FindAsync(fallback, cancellationToken).ConfigureAwait(false);
            parties[group.Key] = (id, id is null ? PulpoSettingsCheck.FallbackUnknown(fallback, []) with { Kind = FailureKind.Data } : null);
        }

        return parties;
    }

    private async Task<PulpoOrderBody> BodyAsync(
        PulpoOrderWork work, long party, IReadOnlyDictionary<string, long> ids, long? merchant, long? channel, CancellationToken cancellationToken)
    {
        var (order, delivery) = (work.Order, work.Order.Delivery!);
        var warehouse = await directory.WarehouseAsync(delivery.Warehouse, cancellationToken).ConfigureAwait(false);
        return new PulpoOrderBody
        {
            OrderNum = delivery.Number,
            ExternalOrderNum = order.Name,
            Type = work.Type,
            WarehouseId = warehouse!.Id,
            ThirdPartyId = party,
            DeliveryDate = delivery.DeliveryDate is { } date ? PulpoAssumptions.Date(date) : null,
            Criterium = delivery.Criterium,
            Channel = order.Channel,
            Notes = order.Note,
            Attributes = PulpoOwner.Mark(work.Ref, order, existing: null),
            // Always the order's own address: a fallback customer replaces the customer only.
            ShipTo = work.ShipTo ?? await ShipToAsync(order, order.ShipTo!, cancellationToken).ConfigureAwait(false),
            // Lines of the same product stay apart: each has its own key for the shipment that comes back.
            Items = [.. Lines(work).Select(line => new PulpoOrderItemBody(ids[line.Sku!.Trim()], line.Quantity, line.Key, []))],
            MerchantId = merchant,
            MerchantChannelId = channel,
        };
    }

    private async Task<PulpoShipTo> ShipToAsync(Order order, Address address, CancellationToken cancellationToken) =>
        PulpoShipToBuilder.Build(order, address, await directory.CountryAsync(address.CountryCode, cancellationToken).ConfigureAwait(false));
}
