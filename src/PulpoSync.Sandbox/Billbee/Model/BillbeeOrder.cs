namespace PulpoSync.Sandbox.Billbee;

/// <summary>An order as Billbee keeps it, named as in its JSON. A row never changes: an edit puts another in its place.</summary>
public sealed record BillbeeOrder
{
    /// <summary>Customer accepts loss due to withdrawal.</summary>
    public bool AcceptLossOfReturnRight { get; init; }

    /// <summary>Adjustment cost.</summary>
    public decimal? AdjustmentCost { get; init; }

    /// <summary>Adjustment reason.</summary>
    public string? AdjustmentReason { get; init; }

    /// <summary>Id of the account, this order belongs to.</summary>
    public long? ApiAccountId { get; init; }

    /// <summary>The name of the account, this order belongs to.</summary>
    public string? ApiAccountName { get; init; }

    /// <summary>If set, the order was already archived at the given date.</summary>
    public DateTime? ArchivedAt { get; init; }

    /// <summary>Billbee's id; given when it is added.</summary>
    public long? BillBeeOrderId { get; init; }

    /// <summary>The Id of the parent order in the Billbee database.</summary>
    public long? BillBeeParentOrderId { get; init; }

    /// <summary>Buyer.</summary>
    public BillbeeUser? Buyer { get; init; }

    /// <summary>All messages / comments of the order.</summary>
    public IReadOnlyList<BillbeeComment> Comments { get; init; } = [];

    /// <summary>The date on which the order was confirmed.</summary>
    public DateTime? ConfirmedAt { get; init; }

    /// <summary>When it was made in the shop, UTC.</summary>
    public DateTime? CreatedAt { get; init; }

    /// <summary>The three letter currency code.</summary>
    public string? Currency { get; init; }

    /// <summary>An optional multiline text which is printed on the invoice.</summary>
    public string? CustomInvoiceNote { get; init; }

    /// <summary>Customer.</summary>
    public BillbeeCustomer? Customer { get; init; }

    /// <summary>The customer number (not to be confused with the id of the customer).</summary>
    public string? CustomerNumber { get; init; }

    /// <summary>The vat-id, that was given by the customer to fulfill this order.</summary>
    public string? CustomerVatId { get; init; }

    /// <summary>An optional Country ISO2 Code of the country where order is shipped from (FBA).</summary>
    public string? DeliverySourceCountryCode { get; init; }

    /// <summary>An optional code for the distribution center delivering this order.</summary>
    public string? DistributionCenter { get; init; }

    /// <summary>History.</summary>
    public IReadOnlyList<BillbeeEvent> History { get; init; } = [];

    /// <summary>Id of the order in the external system (marketplace).</summary>
    public string? Id { get; init; }

    /// <summary>Invoice address.</summary>
    public BillbeeAddress? InvoiceAddress { get; init; }

    /// <summary>The date on which the invoice was created.</summary>
    public DateTime? InvoiceDate { get; init; }

    /// <summary>The invoice number.</summary>
    public int? InvoiceNumber { get; init; }

    /// <summary>The postfix of the invoice number.</summary>
    public string? InvoiceNumberPostfix { get; init; }

    /// <summary>The prefix of the invoice number.</summary>
    public string? InvoiceNumberPrefix { get; init; }

    /// <summary>The external id of the order that this document cancels; null for an order proper.</summary>
    public string? IsCancelationFor { get; init; }

    /// <summary>Indicates whether the order was created through the Billbee-Api or not.</summary>
    public bool IsFromBillbeeApi { get; init; }

    /// <summary>The two-letter language code of the customer.</summary>
    public string? LanguageCode { get; init; }

    /// <summary>When it was last changed, UTC; what the list is filtered by.</summary>
    public DateTime? LastModifiedAt { get; init; }

    /// <summary>The vat-id, that should be displayed on the invoice and other order documents.</summary>
    public string? MerchantVatId { get; init; }

    /// <summary>The items bought.</summary>
    public IReadOnlyList<BillbeeOrderItem> OrderItems { get; init; } = [];

    /// <summary>Order number of the order in the external system (marketplace).</summary>
    public string? OrderNumber { get; init; }

    /// <summary>Paid amount.</summary>
    public decimal? PaidAmount { get; init; }

    /// <summary>The date on which the order was paid.</summary>
    public DateTime? PayedAt { get; init; }

    /// <summary>A textfield with an instruction for the payment, printed on the invoice.</summary>
    public string? PaymentInstruction { get; init; }

    /// <summary>The payment method.</summary>
    public int? PaymentMethod { get; init; }

    /// <summary>A payment reference.</summary>
    public string? PaymentReference { get; init; }

    /// <summary>The id of the payment transaction.</summary>
    public string? PaymentTransactionId { get; init; }

    /// <summary>Payments.</summary>
    public IReadOnlyList<BillbeePayment> Payments { get; init; } = [];

    /// <summary>Rebate difference.</summary>
    public decimal? RebateDifference { get; init; }

    /// <summary>If set, the order was restored from the archive at the given date.</summary>
    public DateTime? RestoredAt { get; init; }

    /// <summary>Seller.</summary>
    public BillbeeUser? Seller { get; init; }

    /// <summary>An internal seller comment.</summary>
    public string? SellerComment { get; init; }

    /// <summary>The total weight of the shipment(s).</summary>
    public decimal? ShipWeightKg { get; init; }

    /// <summary>The date on which the order was shipped.</summary>
    public DateTime? ShippedAt { get; init; }

    /// <summary>Shipping address.</summary>
    public BillbeeAddress? ShippingAddress { get; init; }

    /// <summary>The shipping cost.</summary>
    public decimal? ShippingCost { get; init; }

    /// <summary>The shipments of the order.</summary>
    public IReadOnlyList<BillbeeShipment> ShippingIds { get; init; } = [];

    /// <summary>Internal id of the shipping profile.</summary>
    public string? ShippingProfileId { get; init; }

    /// <summary>Display Name of Shipping profile, if available.</summary>
    public string? ShippingProfileName { get; init; }

    /// <summary>Internal Id for the used shipping provider.</summary>
    public long? ShippingProviderId { get; init; }

    /// <summary>The name of the used shipping provider.</summary>
    public string? ShippingProviderName { get; init; }

    /// <summary>Internal Id for the used shipping product.</summary>
    public long? ShippingProviderProductId { get; init; }

    /// <summary>The Name of the used shipping product.</summary>
    public string? ShippingProviderProductName { get; init; }

    /// <summary>Additional services for the shipment.</summary>
    public IReadOnlyList<object> ShippingServices { get; init; } = [];

    /// <summary>The current state of the order, 1 to 16; paid by default.</summary>
    public int? State { get; init; } = 3;

    /// <summary>The Tags of the order.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The regular tax rate.</summary>
    public decimal? TaxRate1 { get; init; }

    /// <summary>The reduced tax rate.</summary>
    public decimal? TaxRate2 { get; init; }

    /// <summary>The total cost excluding shipping cost.</summary>
    public decimal? TotalCost { get; init; }

    /// <summary>The date on which the order was last updated.</summary>
    public DateTime? UpdatedAt { get; init; }

    /// <summary>The customers vat id.</summary>
    public string? VatId { get; init; }

    /// <summary>The vat mode of the order.</summary>
    public int? VatMode { get; init; }
}
