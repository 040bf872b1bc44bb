using System.Globalization;
using System.Text.Json.Nodes;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Billbee.Labels;

/// <summary>The call that makes a label. Each one costs a parcel's price: it is never repeated where it may have been executed.</summary>
internal sealed class LabelCalls(BillbeeClient client)
{
    private const int GramsPerKilogram = 1000;

    /// <summary>Makes a label.</summary>
    /// <exception cref="FailureException">Refused; OutcomeUnknown where there may be one all the same.</exception>
    public Task<LabelAnswer> MakeAsync(BillbeeOrderNow order, PackedBox box, LabelProduct product, CancellationToken cancellationToken)
    {
        var call = new BillbeeCall(HttpMethod.Post, "/shipment/shipwithlabel", CallKind.Write) { Body = BillbeeBody.Of(Body(order, box, product)) };
        return client.SendAsync(call, LabelAnswer.Read, cancellationToken);
    }

    private static JsonObject Body(BillbeeOrderNow order, PackedBox box, LabelProduct product)
    {
        var body = new JsonObject
        {
            ["OrderId"] = long.Parse(order.Id, CultureInfo.InvariantCulture),
            ["ProviderId"] = product.ProviderId,
            ["ProductId"] = product.Id,
            // A label is no departure: the state is set by status updates.
            ["ChangeStateToSend"] = false,
            ["ClientReference"] = box.Number,
        };
        // Without these Billbee reckons by its articles.
        if (box.Weight is > 0 and var weight) body["WeightInGram"] = (int)Math.Ceiling(weight * GramsPerKilogram);
        if (box is { Length: > 0 and var length, Width: > 0 and var width, Height: > 0 and var height })
        {
            body["Dimension"] = new JsonObject
            {
                ["length"] = BillbeeAssumptions.LabelLength(length), ["width"] = BillbeeAssumptions.LabelLength(width), ["height"] = BillbeeAssumptions.LabelLength(height),
            };
        }

        return body;
    }
}
