using System.Text.Json.Serialization;

namespace PulpoSync.Benchmarks.Floor;

/// <summary>A request as it was sent, and the status that came back.</summary>
/// <param name="After">How many requests of the lane that makes customers must have been answered before.</param>
internal sealed record RecordedRequest(string System, string Method, string Path, string Query, string? RequestBody, int Status, int After = 0)
{
    /// <summary>Which others it never overlaps with: the shop's pages, PULPO's orders, and what these need at PULPO are three lanes.</summary>
    [JsonIgnore]
    public Lane Lane => System == "shopify" ? Lane.Shop : Path.EndsWith("/sales/bulk/orders", StringComparison.Ordinal) ? Lane.Orders : Lane.Customers;
}
