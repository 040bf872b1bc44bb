using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Shopify.Fulfillments;

/// <summary>What is told at one go: pieces that are assigned to one location, as Shopify wants it.</summary>
internal sealed record ShipmentCall(IReadOnlyList<(OpenLine Line, int Pieces)> Parts)
{
    /// <summary>Lines and pieces, whatever fulfilment orders they stand in.</summary>
    public IReadOnlyList<LineQuantity> Lines { get; } =
        [.. Parts.GroupBy(part => part.Line.Line, StringComparer.Ordinal).Select(line => new LineQuantity(line.Key, line.Sum(part => part.Pieces)))];
}
