namespace PulpoSync.Torture.Faults;

/// <summary>Every endpoint in use. A run of the whole circle that asks for another one turns the torture red.</summary>
internal static class Endpoints
{
    public const string Shopify = "Shopify";
    public const string Billbee = "Billbee";

    public static IReadOnlyList<Endpoint> All { get; } =
    [
        new(Shopify, "shopify", "OrdersPage", EndpointKind.Read, "Orders"),
    ];
}
