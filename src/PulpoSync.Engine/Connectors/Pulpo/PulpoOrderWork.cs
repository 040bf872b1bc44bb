using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Pulpo;

/// <summary>One sales order of a batch on its way.</summary>
internal sealed class PulpoOrderWork(WriteOperation operation, RecordRef reference, Order order) : PulpoWork(reference)
{
    public Order Order => order;
    public WriteOperation Operation => operation;

    /// <summary>PULPO's type of the order.</summary>
    public string Type { get; init; } = "sales_order";

    /// <summary>Where it goes, where that is not the order's own address.</summary>
    public PulpoShipTo? ShipTo { get; init; }

    /// <summary>What to send; null for what only cancels, and for what cannot be sent.</summary>
    public PulpoOrderBody? Body { get; set; }

    /// <summary>Cuts its texts; false where there is nothing (more) to cut.</summary>
    public bool TryShorten()
    {
        if (Cut is not null) return false;
        (Body, Cut) = PulpoText.Shorten(Body!);
        return Cut.Count > 0;
    }
}
