namespace PulpoSync.Sandbox.Shopify;

/// <summary>A peculiarity of a seeded order.</summary>
public enum OrderTrait
{
    /// <summary>No customer; e-mail and address are there.</summary>
    Guest,

    /// <summary>No shipping address although goods are to be shipped.</summary>
    NoShippingAddress,

    /// <summary>Lines of two locations.</summary>
    Split,

    /// <summary>Wholly at the location that has no warehouse.</summary>
    OtherLocation,

    /// <summary>An additional gift card that is sent by e-mail.</summary>
    GiftCard,

    /// <summary>An additional gift card of plastic: requires shipping.</summary>
    PhysicalGiftCard,

    /// <summary>Nothing to ship.</summary>
    DigitalOnly,

    /// <summary>An additional line without a variant, with a SKU of the merchant's own.</summary>
    CustomLine,

    /// <summary>A physical line with an empty SKU.</summary>
    EmptySku,

    /// <summary>A physical line with a SKU that no warehouse knows (<c>UNKNOWN-…</c>).</summary>
    UnknownSku,

    /// <summary>A tag with a valid delivery date.</summary>
    DeliveryTag,

    /// <summary>A delivery tag that is no date.</summary>
    InvalidDeliveryTag,

    /// <summary>Two delivery tags of different dates.</summary>
    TwoDeliveryTags,

    /// <summary>Not paid: any other financial status.</summary>
    Unpaid,

    /// <summary>Shipped in part by somebody else.</summary>
    PartlyFulfilled,

    /// <summary>Shipped in full by somebody else.</summary>
    Fulfilled,

    /// <summary>In progress.</summary>
    InProgress,

    /// <summary>A fulfilment status that only old or rare orders have.</summary>
    RareFulfillmentStatus,

    /// <summary>On hold.</summary>
    OnHold,

    /// <summary>Scheduled for later.</summary>
    Scheduled,

    /// <summary>A test order.</summary>
    Test,

    /// <summary>Pick-up, local delivery or sold at the counter.</summary>
    NotShipped,

    /// <summary>Cancelled.</summary>
    Cancelled,

    /// <summary>Refunded in part: current quantities are smaller than those ordered.</summary>
    PartlyRefunded,

    /// <summary>Paid in another currency than the shop's.</summary>
    ForeignCurrency,

    /// <summary>A name, company or street of more than 255 characters.</summary>
    LongText,

    /// <summary>Several hundred lines.</summary>
    ManyLines,

    /// <summary>More than ten fulfilment orders.</summary>
    ManyFulfillmentOrders,

    /// <summary>Shopify advises to look at it.</summary>
    Risky,

    /// <summary>A note and additional details.</summary>
    Notes,

    /// <summary>A discount on its lines.</summary>
    Discounted,
}
