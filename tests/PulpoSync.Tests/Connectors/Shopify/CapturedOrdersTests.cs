using PulpoSync.Torture.Mutations;
using System.Globalization;
using System.Text.Json;
using PulpoSync.Engine.Connectors.Shopify;
using PulpoSync.Records;

namespace PulpoSync.Tests.Connectors.Shopify;

/// <summary>Every order in the captured answers goes through the reader. The requests of that time asked for little: what was not asked for is filled in.</summary>
public class CapturedOrdersTests
{
    // File and place, and what the order says: payment/shipping state, pieces wanted, total, [fulfilment orders] [shipments], customer, city.
    private static readonly Dictionary<string, string> Expected = new()
    {
        ["order-partially-refunded-fulfilled-customer-shipping/data/order"] =
            "#1401 PARTIALLY_REFUNDED/FULFILLED; lines 2,1; 104.5 CAD; [Closed@Ottawa Warehouse:] [sent:2:T] to Toronto",
        ["order-partially-refunded-refundlines/data/order"] =
            "#1498 PARTIALLY_REFUNDED/UNFULFILLED; lines 1,2; 35.0 CAD; [] [] guest",
        ["order-cancelled-restocked-refunded/data/order"] =
            "#1390 REFUNDED/UNFULFILLED cancelled; lines ; 0.0 CAD; [Closed@:] [] guest",
        ["order-cancelled-no-customer/data/order"] =
            "#1286 / cancelled; lines ; 0.0 USD; [] [] guest",
        ["order-3-fulfillmentorders-after-fulfillment-cancel/order"] =
            "#1330 PAID/UNFULFILLED; lines 2,1; 38.25 CAD; [Closed@103 ossington:1 Open@103 ossington:2 Open@103 ossington:1] [void:1:H void:1:H] guest",
        ["order-authorized/data/orderCreate/order"] =
            "#1337 AUTHORIZED/UNFULFILLED; lines ; 18.0 CAD; [] [] guest",
        ["order-paid-tax-shipping/data/orderCreate/order"] =
            "#1335 PAID/UNFULFILLED; lines ; 31.9 CAD; [] [] guest",
        ["order-multi-currency-presentment-USD-shop-CAD/data/orderCreate/order"] =
            "#1338 PAID/UNFULFILLED; lines ; 10.0 CAD; [] [] guest",
        ["order-not-requiring-shipping-pending/data/order"] =
            "#1822 PENDING/UNFULFILLED; lines 1; 11.0 USD; [] []",
        ["orders-page-search-sort-pageinfo/data/seedCatalog/nodes/0"] =
            "#1494 PAID/UNFULFILLED; lines ; 55.0 CAD; [] [] guest",
        ["fulfillment-multi-tracking/downstreamRead/response/data/order"] =
            "#0 /FULFILLED; lines ;  ; [] [sent::M,M] guest",
        ["fulfillmentCreate-preconditions/cases/cancelled/setup/hydrate/response/data/fulfillmentOrder/order"] =
            "#1671 PAID/UNFULFILLED cancelled; lines ;  ; [Closed@:1] [] guest",
        ["fulfillmentCreate-preconditions/cases/inProgress/setup/hydrate/response/data/fulfillmentOrder/order"] =
            "#1676 PAID/IN_PROGRESS; lines ;  ; [InProgress@:1] [] guest",
        ["fulfillmentCreate-preconditions/cases/closed/setup/hydrate/response/data/fulfillmentOrder/order"] =
            "#1675 PAID/FULFILLED; lines ;  ; [Closed@:] [sent::F] guest",
        ["fulfillmentOrder-lifecycle-hold-release-move/workflows/holdRelease/afterHold/orderRead/response/payload/data/order"] =
            "#1776 /UNFULFILLED; lines ;  ; [OnHold@HAR-654 Main 20260505044352:1 Open@HAR-654 Main 20260505044352:1] [] guest",
        ["fulfillmentOrder-lifecycle-hold-release-move/workflows/move/afterMove/orderRead/response/payload/data/order"] =
            "#1777 /UNFULFILLED; lines ;  ; [Open@HAR-654 Main 20260505044352:1 Open@HAR-571 transfer destination 20260505000619:1] [] guest",
        ["fulfillmentCreate-multi-group-multi-location/setup/differentLocation/read/response/data/order"] =
            "#1858 /UNFULFILLED; lines ;  ; [Open@Storefront Enrichment 20260719125625:1 Open@HAR-2332 Probe Destination 1783701294047:1] [] guest",
    };

    [FactIfSamples]
    public void Read_understands_every_captured_order()
    {
        var read = Samples.Orders().ToDictionary(sample => $"{sample.File["graphql-".Length..^".json".Length]}{sample.Place}", sample => Read(sample.Order));

        Assert.True(read.Count >= 100, $"Only {read.Count} orders were found.");
        Assert.DoesNotContain(read, pair => pair.Value is null);
        Assert.Equal(Expected, Expected.ToDictionary(pair => pair.Key, pair => Summary(read[pair.Key]!)));
    }

    private static Order? Read(JsonElement captured) => OrderReader.Read(
        new OrderParts("shop", JsonDocument.Parse(Samples.Completed(captured).ToJsonString()).RootElement), addressRefused: false);

    private static string Summary(Order order)
    {
        var states = string.Join(' ', order.FulfillmentOrders.Select(fo => $"{fo.State}@{fo.LocationName}:{Pieces(fo.Remaining)}"));
        var shipments = string.Join(' ', order.Shipments.Select(
            s => $"{(s.Active ? "sent" : "void")}:{Pieces(s.Lines)}:{string.Join(',', s.TrackingNumbers.Select(t => t[..1]))}"));
        var lines = string.Join(',', order.Lines.Select(line => line.Quantity));
        var person = $"{(order.Customer is null ? " guest" : "")}{(order.ShipTo is { } to ? $" to {to.City}" : "")}{(order.PersonalDataWithheld ? " withheld" : "")}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{order.Name} {order.FinancialStatus}/{order.FulfillmentStatus}{(order.CancelledAt is null ? "" : " cancelled")}; "
            + $"lines {lines}; {order.Total?.Amount} {order.Total?.Currency}; [{states}] [{shipments}]{person}");
    }

    private static string Pieces(IEnumerable<LineQuantity> lines) => string.Join('+', lines.Select(line => line.Quantity));
}
