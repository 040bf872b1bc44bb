namespace PulpoSync.Torture.Kills;

/// <summary>An integration whose runs are killed.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Writes">The requests by which it changes something at its destination, or tells its source what became of a record.</param>
internal sealed record Victim(string Name, IntegrationType Type, IReadOnlyList<Call> Writes)
{
    /// <summary>True where a run waits until the orders have been read again.</summary>
    public bool WaitsForOrders => Type is IntegrationType.Stock;

    /// <summary>The points at which its runs can be killed, except any moment.</summary>
    public IReadOnlyList<KillPoint> Points { get; } =
    [
        .. Enum.GetValues<KillPoint>().Where(point => point is not (KillPoint.AnyMoment or KillPoint.Acknowledging or KillPoint.Acknowledged)),
        .. Type is IntegrationType.ShippingLabels ? new[] { KillPoint.Acknowledging, KillPoint.Acknowledged } : [],
    ];
}
