namespace PulpoSync.Sandbox.Shopify;

/// <summary>Why a fulfilment order is held.</summary>
public enum HoldReason
{
    AwaitingPayment,
    AwaitingReturnItems,
    HighRiskOfFraud,
    IncorrectAddress,
    InventoryOutOfStock,
    OnlineStorePostPurchaseCrossSell,
    Other,
    UnknownDeliveryDate,
}
