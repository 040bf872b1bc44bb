namespace PulpoSync.Sandbox;

/// <summary>
/// A PULPO tenant to emulate. What PULPO does not document is an option here, marked "inferred", so that a client can be tried against
/// every answer that is possible.
/// </summary>
public sealed record TenantOptions
{
    /// <summary>The tenant's name in the address.</summary>
    public required string Name { get; init; }

    /// <summary>The tenant's id, which third parties have to name.</summary>
    public int TenantId { get; init; } = 43;

    /// <summary>The first user; by default the tenant's name and <c>_api</c>, as PULPO composes user names. Works in every warehouse.</summary>
    public string? Username { get; init; }

    /// <summary>The first user's password.</summary>
    public string Password { get; init; } = "sandbox-password";

    /// <summary>Seconds that a token's <c>expires_in</c> promises; 43200 as in PULPO's sample.</summary>
    public int DeclaredTokenSeconds { get; init; } = 43200;

    /// <summary>How long a token really lives; one hour as PULPO's guide says, against its own sample.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Logins within a minute that are still tolerated, failed ones included; null (the default) for no ban. That PULPO bans is documented,
    /// the number is not.
    /// </summary>
    public int? LoginsPerMinute { get; init; }

    /// <summary>How long a ban lasts. Inferred.</summary>
    public TimeSpan BanDuration { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The status of every answer during a ban: 429 or 403. Inferred.</summary>
    public int BanStatus { get; init; } = 429;

    /// <summary>
    /// Requests within a minute before 429; null (the default) for no limit. That a rate per tenant exists is documented, the number is not.
    /// </summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>Rows of a list when no limit is asked for. Inferred; lists of boxes have their documented 10.</summary>
    public int DefaultLimit { get; init; } = 100;

    /// <summary>The greatest limit that is granted, unless <c>capped_limit=0</c> is sent along. Inferred.</summary>
    public int LimitCap { get; init; } = 100;

    /// <summary>What a list of values does to a filter for which PULPO documents no lists. Inferred.</summary>
    public MultiValueFilter MultiValueFilter { get; init; } = MultiValueFilter.On;

    /// <summary>Exceptions to <see cref="MultiValueFilter"/> by field name, such as <c>sku</c> or <c>order_num</c>.</summary>
    public IReadOnlyDictionary<string, MultiValueFilter> MultiValueFilters { get; init; } = new Dictionary<string, MultiValueFilter>();

    /// <summary>The form of <c>errors</c> in a refusal. Inferred.</summary>
    public ErrorShape ErrorShape { get; init; } = ErrorShape.MapOfLists;

    /// <summary>The status for an id that does not exist: 400 as declared, or 404.</summary>
    public int MissingIdStatus { get; init; } = 400;

    /// <summary>The states in which an order may be replaced by PUT. Inferred.</summary>
    public IReadOnlyList<string> EditableStates { get; init; } = ["queue"];

    /// <summary>The status of a PUT in another state: 422, or 403, which is declared too. Inferred.</summary>
    public int NotEditableStatus { get; init; } = 422;

    /// <summary>The states in which an order may be cancelled; documented is that <c>ended</c> is not among them.</summary>
    public IReadOnlyList<string> CancellableStates { get; init; } = ["queue", "paused", "picking", "packing", "shipping"];

    /// <summary>PULPO's setting "Rename sales orders on cancellation": a cancelled order gives its number free.</summary>
    public bool RenameOnCancellation { get; init; }

    /// <summary>What a renamed order's number gets appended, before the order's id. Inferred.</summary>
    public string RenameSuffix { get; init; } = "_cancelled_";

    /// <summary>Whether an order needs a third party. Inferred.</summary>
    public bool RequireThirdParty { get; init; } = true;

    /// <summary>Whether third parties are unique by number alone, instead of by number, types and name as PULPO's CSV guide says.</summary>
    public bool UniqueIdentifierNumber { get; init; }

    /// <summary>The greatest length of a text, notes apart; documented for names, numbers and SKUs, inferred for the rest.</summary>
    public int MaxTextLength { get; init; } = 255;

    /// <summary>
    /// Whether items of packing orders and boxes show the lots and serial numbers themselves, beside their <c>batch_id</c>. Inferred; without it
    /// a client has to ask for <c>/inventory/products/batches</c>.
    /// </summary>
    public bool EmbedBatches { get; init; } = true;

    /// <summary>Whether a tracking that is added or changed later moves <c>updated_at</c> of its packing order. Inferred.</summary>
    public bool TrackingTouchesPackingOrder { get; init; }

    /// <summary>Whether the address of an attachment, which is all that PULPO tells of it beside its type, ends with the name of the file. Inferred.</summary>
    public bool AttachmentUrlsNameFiles { get; init; } = true;

    /// <summary>
    /// Whether an order can only be picked when its goods are in storage. Without it (the default) what storage lacks is found there
    /// when it is picked, so that a tenant without stock works.
    /// </summary>
    public bool EnforceStock { get; init; }

    /// <summary>Whether more open orders than stock make an availability negative; otherwise it is zero. Inferred.</summary>
    public bool AvailabilityBelowZero { get; init; } = true;

    /// <summary>The form of <c>/inventory/stocks/availability</c>: declared as a single object, described as a list. Inferred.</summary>
    public ListShape AvailabilityShape { get; init; } = ListShape.Array;

    /// <summary>Whether the product's id is a text in availability and summary, as their definitions say, and nowhere else. Inferred.</summary>
    public bool StockIdsAsText { get; init; }

    /// <summary>Whether availability leaves out products that never had stock in the warehouses asked for. Inferred.</summary>
    public bool AvailabilityLeavesOutUnstocked { get; init; }

    /// <summary>The form of <c>/inventory/stocks/summary</c> and <c>/products</c>, declared as arrays. Inferred.</summary>
    public ListShape StockListShape { get; init; } = ListShape.Array;

    /// <summary>Whether a record of the stock's history tells the difference as its <c>quantity</c>, instead of what there was afterwards. Inferred.</summary>
    public bool StockRecordsTellDifferences { get; init; }

    /// <summary>Whether a product needs a default supplier. Inferred.</summary>
    public bool RequireSupplier { get; init; }

    /// <summary>Whether a new product has to name its purchase units, which have defaults otherwise. Inferred from PULPO's CSV guide.</summary>
    public bool RequireUnits { get; init; }

    /// <summary>The status for a product that is not updated as the body wants: 400 as declared, or 422 as for a new one.</summary>
    public int RefusedProductUpdateStatus { get; init; } = 400;

    /// <summary>How a bulk answer about products lists what was refused.</summary>
    public BulkErrorShape ProductBulkErrors { get; init; } = BulkErrorShape.Listed;

    /// <summary>
    /// Where accepted goods of a return are put: at the return position (the default), where they are not for sale until somebody moves them,
    /// or in storage. PULPO knows both.
    /// </summary>
    public PulpoPlace ReturnPlace { get; init; } = PulpoPlace.Return;

    /// <summary>The form of <c>/sales/orders/{id}/returns</c>, which is not declared. Inferred.</summary>
    public ListShape OrderReturnsShape { get; init; } = ListShape.Envelope;
}
