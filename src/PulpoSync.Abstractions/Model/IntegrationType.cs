namespace PulpoSync;

/// <summary>What flows between two systems. Stored and shown as snake case: <c>sales_orders</c>.</summary>
public enum IntegrationType
{
    /// <summary>Orders of a shop become sales orders of a warehouse.</summary>
    SalesOrders,
    /// <summary>Products of a shop become products of a warehouse.</summary>
    Products,
    /// <summary>Quantities of a warehouse become stock of a shop.</summary>
    Stock,
    /// <summary>What happened to an order in the warehouse is told to the shop.</summary>
    StatusUpdates,
    /// <summary>Packed boxes become shipments of a shop.</summary>
    GenerateShipments,
    /// <summary>A shop side makes the label for a packed box.</summary>
    ShippingLabels,
    /// <summary>Goods received back are registered in the shop.</summary>
    Returns,
    /// <summary>Counter sales of a shop become ended orders of a warehouse.</summary>
    SalesOrdersPos,
}
