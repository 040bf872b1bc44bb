namespace PulpoSync;

/// <summary>Stable reason codes of outcomes: why a record was not, or not simply, written. Vendors' systems add codes of their own to failures.</summary>
public static class ReasonCodes
{
    /// <summary>Placed before StartFrom.</summary>
    public const string BeforeStart = nameof(BeforeStart);
    /// <summary>A test order.</summary>
    public const string TestOrder = nameof(TestOrder);
    /// <summary>Cancelled (or voided, refunded) in the shop, as CancelStatus says.</summary>
    public const string CancelledAtSource = nameof(CancelledAtSource);
    /// <summary>Payment state is not among FinancialStatus.</summary>
    public const string FinancialStatus = nameof(FinancialStatus);
    /// <summary>Shipping state is not among FulfillmentStatus.</summary>
    public const string FulfillmentStatus = nameof(FulfillmentStatus);
    /// <summary>A tag that the integration asks for is missing.</summary>
    public const string TagMissing = nameof(TagMissing);
    /// <summary>Nothing in the order needs shipping.</summary>
    public const string NothingPhysical = nameof(NothingPhysical);
    /// <summary>Nothing is left to ship.</summary>
    public const string NothingToShip = nameof(NothingToShip);
    /// <summary>The shop shows no fulfilment orders, although goods are open: a right is missing.</summary>
    public const string FulfillmentOrdersHidden = nameof(FulfillmentOrdersHidden);
    /// <summary>No customer, and no fallback customer is set.</summary>
    public const string NoCustomer = nameof(NoCustomer);
    /// <summary>The shop's plan or rights keep the address from us.</summary>
    public const string AddressWithheld = nameof(AddressWithheld);
    /// <summary>The order has no address to ship to.</summary>
    public const string AddressMissing = nameof(AddressMissing);
    /// <summary>A line has no SKU.</summary>
    public const string EmptySku = nameof(EmptySku);
    /// <summary>On hold or scheduled; read again each run.</summary>
    public const string Waiting = nameof(Waiting);
    /// <summary>Pick-up, local or retail delivery.</summary>
    public const string PickUp = nameof(PickUp);
    /// <summary>No warehouse belongs to the location.</summary>
    public const string NoWarehouse = nameof(NoWarehouse);
    /// <summary>A state at either side, or a way of delivery, that we do not know.</summary>
    public const string UnknownState = nameof(UnknownState);
    /// <summary>Changed in the shop after the warehouse had begun; left as it is.</summary>
    public const string ChangedAfterPicking = nameof(ChangedAfterPicking);
    /// <summary>Cancelled in the shop when it was already being shipped.</summary>
    public const string CancelTooLate = nameof(CancelTooLate);
    /// <summary>Cancelled in the warehouse alone; made again only on demand.</summary>
    public const string CancelledAtDestination = nameof(CancelledAtDestination);
    /// <summary>Deleted in the warehouse; made again only on demand.</summary>
    public const string GoneAtDestination = nameof(GoneAtDestination);
    /// <summary>Paused in the warehouse; the change is tried again.</summary>
    public const string Paused = nameof(Paused);
    /// <summary>All its lines moved to another location or were removed.</summary>
    public const string Withdrawn = nameof(Withdrawn);
    /// <summary>Another integration of the same route wrote it first.</summary>
    public const string OwnedByOther = nameof(OwnedByOther);
    /// <summary>The number belongs to something that is not ours.</summary>
    public const string OrderNumberTaken = nameof(OrderNumberTaken);
    /// <summary>Perhaps executed; settled by looking at the destination.</summary>
    public const string OutcomeUnknown = nameof(OutcomeUnknown);
    /// <summary>A process died during the write; found or tried again.</summary>
    public const string Recovered = nameof(Recovered);
    /// <summary>The record no longer exists in the shop.</summary>
    public const string GoneAtSource = nameof(GoneAtSource);
    /// <summary>A delivery-date tag holds no valid date (warning).</summary>
    public const string DeliveryDateInvalid = nameof(DeliveryDateInvalid);
    /// <summary>Several articles of the shop have the same number, so that none can be told by it.</summary>
    public const string DuplicateSku = nameof(DuplicateSku);
    /// <summary>The product's state is not among ProductStatus.</summary>
    public const string ProductStatus = nameof(ProductStatus);
    /// <summary>The product needs no shipping, and PhysicalOnly is on.</summary>
    public const string NotPhysical = nameof(NotPhysical);
    /// <summary>Another shop keeps the product of this SKU.</summary>
    public const string ProductOfOtherShop = nameof(ProductOfOtherShop);
    /// <summary>Nothing was handed over at the counter, or all of it was given back.</summary>
    public const string NothingHandedOver = nameof(NothingHandedOver);
    /// <summary>The warehouse has fewer pieces than were sold at the counter.</summary>
    public const string GoodsShort = nameof(GoodsShort);
    /// <summary>A counter sale was changed in the shop after it had been booked; left as it is.</summary>
    public const string ChangedAfterBooking = nameof(ChangedAfterBooking);
    /// <summary>Failed earlier and not due yet.</summary>
    public const string NotDueYet = nameof(NotDueYet);
    /// <summary>No location belongs to the warehouse.</summary>
    public const string NoLocation = nameof(NoLocation);
    /// <summary>The shop has no article of this number.</summary>
    public const string NotInShop = nameof(NotInShop);
    /// <summary>The shop does not count the article.</summary>
    public const string NotTracked = nameof(NotTracked);
    /// <summary>The article is not stocked at the location.</summary>
    public const string NotStocked = nameof(NotStocked);
    /// <summary>Told less by what is ordered and not in the warehouse yet; looked at again each run until that is settled.</summary>
    public const string NotInWarehouseYet = nameof(NotInWarehouseYet);
    /// <summary>Packed, but the tracking number is still missing.</summary>
    public const string WaitingForTracking = nameof(WaitingForTracking);
    /// <summary>Packed, but the order has not left the warehouse yet.</summary>
    public const string WaitingToLeave = nameof(WaitingToLeave);
    /// <summary>Not packed yet, or taken up again.</summary>
    public const string NotPacked = nameof(NotPacked);
    /// <summary>The warehouse has taken the goods back.</summary>
    public const string PackingCancelled = nameof(PackingCancelled);
    /// <summary>Taken back by the warehouse after the shop was told that it had left.</summary>
    public const string CancelledAfterTelling = nameof(CancelledAfterTelling);
    /// <summary>Everything of it is shipped in the shop already.</summary>
    public const string AlreadyFulfilled = nameof(AlreadyFulfilled);
    /// <summary>The shop has cancelled the order.</summary>
    public const string OrderCancelled = nameof(OrderCancelled);
    /// <summary>The shop has no such order any more, or does not show it.</summary>
    public const string OrderGone = nameof(OrderGone);
    /// <summary>On hold or scheduled in the shop: nothing can be told until it is released.</summary>
    public const string HoldInShop = nameof(HoldInShop);
    /// <summary>There is nothing that the shop could be told.</summary>
    public const string NothingToTell = nameof(NothingToTell);
    /// <summary>The record belongs to another account than the integration's.</summary>
    public const string OtherAccount = nameof(OtherAccount);
    /// <summary>The warehouse is still receiving the return; read again each run.</summary>
    public const string ReturnNotFinished = nameof(ReturnNotFinished);
    /// <summary>The return names no order that we know in the shop.</summary>
    public const string ReturnWithoutOrder = nameof(ReturnWithoutOrder);
    /// <summary>The return is of an order of another shop.</summary>
    public const string ReturnOfOtherShop = nameof(ReturnOfOtherShop);
    /// <summary>No piece of the return is to be registered or refunded.</summary>
    public const string NothingReturned = nameof(NothingReturned);
    /// <summary>The return was registered while refunds were off.</summary>
    public const string RefundNotAsked = nameof(RefundNotAsked);
    /// <summary>The order's state is not among OrderStatus.</summary>
    public const string OrderStatus = nameof(OrderStatus);
    /// <summary>The order is of a shop account that ShopAccount does not name.</summary>
    public const string ShopAccount = nameof(ShopAccount);
    /// <summary>The order was split off from another or merged with it, and nobody has said how the two stand to each other.</summary>
    public const string ParentOrder = nameof(ParentOrder);
    /// <summary>No order, but the document that cancels one.</summary>
    public const string CancellationDocument = nameof(CancellationDocument);
    /// <summary>The box has a tracking number already.</summary>
    public const string LabelledAlready = nameof(LabelledAlready);
    /// <summary>The warehouse asks for no label for the box's shipping method.</summary>
    public const string LabelNotWanted = nameof(LabelNotWanted);
    /// <summary>The settings choose no label for the box's shipping method.</summary>
    public const string NoLabelChoice = nameof(NoLabelChoice);
    /// <summary>A label was perhaps made, and nobody can tell which: a person has to look. Never tried again by itself.</summary>
    public const string LabelUnclear = nameof(LabelUnclear);
    /// <summary>Written, but the source could not be told of it yet; tried again.</summary>
    public const string AcknowledgementFailed = nameof(AcknowledgementFailed);
    /// <summary>Shipments are told by their tracking numbers, and there is none.</summary>
    public const string NoTrackingNumber = nameof(NoTrackingNumber);
    /// <summary>Changed in the warehouse after it was registered or refunded; left as it is (warning).</summary>
    public const string ReturnChanged = nameof(ReturnChanged);
}
