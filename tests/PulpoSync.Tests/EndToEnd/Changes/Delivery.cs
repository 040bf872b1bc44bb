using PulpoSync.Sandbox;

namespace PulpoSync.Tests.EndToEnd.Changes;

/// <summary>An order at PULPO around a run: the number it was made under, how it was before (null: made in this run) and how it is after.</summary>
/// <param name="Number">Number.</param>
/// <param name="Before">As it was.</param>
/// <param name="After">As it is.</param>
/// <param name="Record">What our own records say of it.</param>
/// <param name="IsCancelledByWarehouse">True where the warehouse alone has cancelled it.</param>
/// <param name="ShippedBefore">Pieces by line that had left its place when it was last seen in the queue, up to date.</param>
internal sealed record Delivery(
    string Number, PulpoOrder? Before, PulpoOrder After, IntegrationRecord? Record, bool IsCancelledByWarehouse, Dictionary<long, int> ShippedBefore)
{
    public string Place => After.Warehouse!;

    public bool IsAlive => After.State != "cancelled";

    public bool WasAlive => Before is not null && Before.State != "cancelled";

    /// <summary>In the hands of the warehouse: nothing about it can be changed any more.</summary>
    public bool IsFrozen => After.State is "picking" or "packing" or "shipping" or "ended";

    public bool IsQueued => After.State == "queue";

    public bool WasQueued => Before is { State: "queue" };

    public bool WasPaused => Before is { State: "paused" };

    public int Pieces(long line) => Pieces(After, line);

    public int PiecesBefore(long line) => Before is null ? 0 : Pieces(Before, line);

    public bool HasSameLines => Before is not null && Text(Before) == Text(After);

    public override string ToString() => $"{Number} {Place} {After.State} {Text(After)}{(Before is null ? " new" : $" (was {Before.State} {Text(Before)})")} {Record?.State}/{Record?.Reason}";

    private static int Pieces(PulpoOrder order, long line) =>
        (int)order.Lines.Where(one => one.LineOrderId == $"gid://shopify/LineItem/{line}").Sum(one => one.Quantity);

    private static string Text(PulpoOrder order) =>
        string.Join('+', order.Lines.Select(line => $"{line.Quantity}x{line.LineOrderId!.Split('/')[^1]}").Order(StringComparer.Ordinal));
}
