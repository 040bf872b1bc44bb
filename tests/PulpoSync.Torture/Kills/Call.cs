namespace PulpoSync.Torture.Kills;

/// <summary>A kind of request, as the sandbox calls it.</summary>
/// <param name="System">Vendor: shopify, pulpo or billbee.</param>
/// <param name="Operation">The GraphQL operation's name, or <c>METHOD /path/{id}</c>.</param>
internal sealed record Call(string System, string Operation)
{
    public override string ToString() => $"{System} {Operation}";
}
