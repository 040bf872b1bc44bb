namespace PulpoSync.Torture.Faults;

/// <summary>A kind of request that PulpoSync sends.</summary>
/// <param name="World">Where it is in use: Shopify's world or Billbee's.</param>
/// <param name="System">Vendor: shopify, pulpo or billbee.</param>
/// <param name="Operation">The GraphQL operation's name, or <c>METHOD /path/{id}</c>.</param>
/// <param name="Kind">What it does.</param>
internal sealed record Endpoint(string World, string System, string Operation, EndpointKind Kind)
{
    /// <summary>What has to happen before anybody asks for it; null: nothing out of the ordinary.</summary>
    public Cause? Cause { get; init; }

    /// <summary>As the sandbox counts it.</summary>
    public string Name => $"{System} {Operation}";

    public override string ToString() => $"{Name} ({World})";
}
