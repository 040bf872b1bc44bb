using System.Buffers;
using System.Globalization;
using System.Text.Json;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Flows.SalesOrders;

/// <summary>
/// What counts as the content of a destination order: a change of any of this is an edit. Prices and totals are left out, because a warehouse does not
/// take them; our own tags and notes never get in here.
/// </summary>
internal static class OrderContent
{
    /// <summary>Hash of a delivery's content.</summary>
    /// <param name="order">The order as the delivery shows it.</param>
    /// <param name="held">What the delivery holds.</param>
    /// <param name="hash">Hashes with the store's key.</param>
    public static string Hash(Order order, HeldLines held, IKeyedHash hash)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            Delivery(json, order.Delivery!);
            json.WriteStringValue(order.Customer?.Key);
            json.WriteStringValue(order.Note);
            json.WriteStringValue(order.ShippingMethod);
            json.WriteStringValue(order.Email);
            json.WriteStringValue(order.Phone);
            Address(json, order.ShipTo);
            foreach (var line in order.Lines.OrderBy(line => line.Key, StringComparer.Ordinal))
            {
                json.WriteStringValue(line.Key);
                json.WriteStringValue(line.Sku);
                json.WriteNumberValue(line.Quantity);
                // As many pieces as before, but of others, because some have left: the destination says whether they left with this delivery.
                if (held.ShippedBefore?.TryGetValue(line.Key, out var shipped) == true) json.WriteNumberValue(shipped);
            }

            json.WriteEndArray();
        }

        return hash.Of(buffer.WrittenSpan);
    }

    private static void Delivery(Utf8JsonWriter json, OrderDelivery delivery)
    {
        json.WriteStringValue(delivery.Number);
        json.WriteStringValue(delivery.Warehouse);
        json.WriteStringValue(delivery.Criterium);
        json.WriteStringValue(delivery.DeliveryDate?.ToString("O", CultureInfo.InvariantCulture));
        json.WriteStringValue(delivery.FallbackCustomer);
    }

    private static void Address(Utf8JsonWriter json, Address? address)
    {
        if (address is null) return;
        string?[] fields =
        [
            address.Name, address.FirstName, address.LastName, address.Company, address.Line1, address.Line2, address.HouseNumber,
            address.Zip, address.City, address.State, address.CountryCode, address.Phone, address.Email,
        ];
        foreach (var field in fields) json.WriteStringValue(field);
    }
}
