namespace PulpoSync.Sandbox;

/// <summary>A peculiarity of a seeded order of Billbee's.</summary>
public enum BillbeeTrait
{
    /// <summary>No customer and no e-mail; the address is there.</summary>
    Guest,

    /// <summary>An additional line that is a coupon, with a negative price and without an article.</summary>
    Coupon,

    /// <summary>An additional line of a digital article.</summary>
    DigitalLine,

    /// <summary>Nothing but a digital article.</summary>
    DigitalOnly,

    /// <summary>A line of an article that is a bill of materials.</summary>
    BillOfMaterial,

    /// <summary>The order has an earlier one as its parent.</summary>
    Child,

    /// <summary>No order proper, but the document that cancels an earlier one.</summary>
    CancellationDocument,

    /// <summary>No order number.</summary>
    NoOrderNumber,

    /// <summary>Another state than paid: each of Billbee's in turn.</summary>
    OtherState,

    /// <summary>A line without SKU, whose article Billbee does not know.</summary>
    MissingSku,

    /// <summary>A line of a SKU that no warehouse knows.</summary>
    UnknownSku,

    /// <summary>Two lines of the same SKU.</summary>
    TwinLines,

    /// <summary>Null wherever the contract lets a value be missing: currency, prices, shop account, customer number.</summary>
    NullScalars,

    /// <summary>No shipping address.</summary>
    NoShippingAddress,

    /// <summary>A part of a piece.</summary>
    FractionalQuantity,

    /// <summary>A comment of 3,000 characters.</summary>
    LongText,

    /// <summary>A parcel and the state that says it is sent.</summary>
    Shipped,

    /// <summary>Tags and comments.</summary>
    Tagged,
}
