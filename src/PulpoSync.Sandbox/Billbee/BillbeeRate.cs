namespace PulpoSync.Sandbox;

/// <summary>How fast an endpoint of Billbee was asked.</summary>
/// <param name="Endpoint">The method and the path's template, such as <c>GET /api/v1/orders/{id}</c>.</param>
/// <param name="Count">Requests that arrived.</param>
/// <param name="Refused">How many of them got 429.</param>
/// <param name="MaxPerSecond">The greatest number that arrived within any second.</param>
/// <param name="First">When the first one arrived, on the clock of the measurement.</param>
/// <param name="Last">When the last one arrived, on the clock of the measurement.</param>
public sealed record BillbeeRate(string Endpoint, int Count, int Refused, int MaxPerSecond, TimeSpan First, TimeSpan Last)
{
    /// <summary>
    /// The share of what the limit allows between the first and the last arrival, 1 for all of it: two at once, and two more with each further second.
    /// </summary>
    public double ShareOfLimit => Count / (2 * ((Last - First).TotalSeconds + 1));
}
