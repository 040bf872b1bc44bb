using System.Globalization;
using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Pulpo.Packing;

/// <summary>A packing order with the order of ours that stands behind it.</summary>
internal sealed record OwnedPacking(PulpoPackingOrder Packing, PulpoOrder Order, PulpoOwner Owner)
{
    public string Key => Packing.Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>Number of the order.</summary>
    public string Number => Order.OrderNum ?? "";

    public PackingState State =>
        PulpoAssumptions.IsCancelled(Packing.State) || PulpoAssumptions.IsCancelled(Order.State) ? PackingState.Cancelled
        : !PulpoAssumptions.IsPacked(Packing.State) ? PackingState.Open
        : PulpoAssumptions.HasLeft(Order.State) ? PackingState.Left
        : PackingState.Packed;

    public DateTimeOffset UpdatedAt => PulpoTime.Read(Packing.UpdatedAt) ?? DateTimeOffset.UnixEpoch;
}
