using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Sandbox;

// What happens to fulfilment orders.
public sealed partial class ShopifyShop
{
    /// <summary>Holds a fulfilment order. Its own time of change moves, the order's does not.</summary>
    public void Hold(FulfillmentOrder fulfillmentOrder, HoldReason reason = HoldReason.Other, string? notes = null)
    {
        lock (Sync)
        {
            Demand(fulfillmentOrder.IsActive, "A closed fulfilment order cannot be held.");
            fulfillmentOrder.HoldList.Add(new Hold(NextId(), reason, notes));
            SetStatus(fulfillmentOrder, FulfillmentOrderStatus.OnHold);
        }
    }

    /// <summary>Releases all holds. The order's time of change does not move.</summary>
    public void ReleaseHold(FulfillmentOrder fulfillmentOrder)
    {
        lock (Sync)
        {
            Demand(fulfillmentOrder.Status == FulfillmentOrderStatus.OnHold, "The fulfilment order is not on hold.");
            fulfillmentOrder.HoldList.Clear();
            SetStatus(fulfillmentOrder, FulfillmentOrderStatus.Open);
        }
    }

    /// <summary>Puts a fulfilment order off. That the order's time of change does not move is inferred.</summary>
    public void Schedule(FulfillmentOrder fulfillmentOrder, DateTimeOffset fulfillAt)
    {
        lock (Sync)
        {
            Demand(fulfillmentOrder.Status == FulfillmentOrderStatus.Open, "Only an open fulfilment order can be put off.");
            fulfillmentOrder.FulfillAt = fulfillAt;
            SetStatus(fulfillmentOrder, FulfillmentOrderStatus.Scheduled);
        }
    }

    /// <summary>Opens a fulfilment order that is scheduled or in progress. That the order's time of change does not move is inferred.</summary>
    public void Open(FulfillmentOrder fulfillmentOrder)
    {
        lock (Sync)
        {
            Demand(fulfillmentOrder.Status is FulfillmentOrderStatus.Scheduled or FulfillmentOrderStatus.InProgress,
                "Only a scheduled one or one in progress can be opened.");
            SetStatus(fulfillmentOrder, FulfillmentOrderStatus.Open);
        }
    }

    /// <summary>Reports that work has begun: IN_PROGRESS.</summary>
    public void ReportProgress(FulfillmentOrder fulfillmentOrder)
    {
        lock (Sync)
        {
            Demand(fulfillmentOrder.Status == FulfillmentOrderStatus.Open, "Only an open fulfilment order can make progress.");
            SetStatus(fulfillmentOrder, FulfillmentOrderStatus.InProgress);
            Touch(fulfillmentOrder.Order);
        }
    }

    /// <summary>Ends a fulfilment order that cannot be completed: INCOMPLETE or CANCELLED.</summary>
    public void Abandon(FulfillmentOrder fulfillmentOrder, FulfillmentOrderStatus status)
    {
        lock (Sync)
        {
            Demand(status is FulfillmentOrderStatus.Incomplete or FulfillmentOrderStatus.Cancelled, "Only INCOMPLETE and CANCELLED abandon.");
            foreach (var item in fulfillmentOrder.Items) Commit(item.Line, fulfillmentOrder.Location, -item.RemainingQuantity);
            SetStatus(fulfillmentOrder, status);
            Touch(fulfillmentOrder.Order);
        }
    }

    private void SetStatus(FulfillmentOrder fulfillmentOrder, FulfillmentOrderStatus status)
    {
        fulfillmentOrder.Status = status;
        fulfillmentOrder.UpdatedAt = Now;
    }
}
