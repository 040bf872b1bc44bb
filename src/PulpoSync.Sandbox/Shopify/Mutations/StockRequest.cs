namespace PulpoSync.Sandbox.Shopify;

/// <summary>
/// The input of <c>inventorySetQuantities</c>, looked through before anything is done: a single error leaves all as it was. That the whole is looked
/// at before its entries, and these before what they compare with, is inferred.
/// </summary>
internal sealed class StockRequest
{
    private const int Most = 1_000_000_000;

    private static readonly string[] Reasons =
    [
        "correction", "cycle_count_available", "damaged", "movement_canceled", "movement_created", "movement_received", "movement_updated", "other",
        "promotion", "quality_control", "received", "reservation_created", "reservation_deleted", "reservation_updated", "restock", "safety_stock", "shrinkage",
    ];

    private readonly List<UserErrorView> _errors = [];

    private StockRequest(FieldCall call)
    {
        var input = call.Arguments.GetInput("input")!;
        var quantities = input.GetInputs("quantities");
        if (quantities.Count > Paging.MaxPageSize)
            throw new GraphQLException(
                "MAX_INPUT_SIZE_EXCEEDED", $"The input array size of {quantities.Count} is greater than the maximum allowed of {Paging.MaxPageSize}.");
        if (quantities.Any(q => !q.Has("changeFromQuantity")))
            throw new GraphQLException("INVALID_FIELD_ARGUMENTS", "InventoryQuantityInput must include the following argument: changeFromQuantity.");
        Name = input.Get<string>("name")!;
        Reason = input.Get<string>("reason")!;
        ReferenceDocumentUri = input.Get<string>("referenceDocumentUri");
        CheckWhole(input);
        Entries = _errors.Count > 0 ? [] : [.. quantities.Select((q, i) => Read(call, q, i))];
        CheckTwins();
        if (_errors.Count == 0) CheckStale();
    }

    public string Name { get; }

    public string Reason { get; }

    public string? ReferenceDocumentUri { get; }

    public IReadOnlyList<Entry> Entries { get; }

    public IReadOnlyList<UserErrorView> Errors => _errors;

    public static StockRequest Read(FieldCall call) => new(call);

    private void CheckWhole(InputFields input)
    {
        if (Name is not ("available" or "on_hand"))
            _errors.Add(new UserErrorView(["input", "name"], "The quantity name must be either 'available' or 'on_hand'.", "INVALID_NAME"));
        if (!Reasons.Contains(Reason))
            _errors.Add(new UserErrorView(
                ["input", "reason"], $"The specified reason is invalid. Valid values are: {string.Join(", ", Reasons)}.", "INVALID_REASON"));
        // That it must be an absolute URI is inferred.
        if (input.Has("referenceDocumentUri") && ReferenceDocumentUri is { } uri && !Uri.TryCreate(uri, UriKind.Absolute, out _))
            _errors.Add(new UserErrorView(["input", "referenceDocumentUri"], "The specified reference document is invalid.", "INVALID_REFERENCE_DOCUMENT"));
    }

    private Entry Read(FieldCall call, InputFields input, int index)
    {
        var item = Targets.Find<InventoryItemView>(call, input.Get<string>("inventoryItemId"), "InventoryItem");
        var location = Targets.Find<Location>(call, input.Get<string>("locationId"));
        var quantity = input.GetInt("quantity") ?? 0;
        if (item is null) Add(index, "inventoryItemId", "The specified inventory item could not be found.", "INVALID_INVENTORY_ITEM");
        if (location is null) Add(index, "locationId", "The specified location could not be found.", "INVALID_LOCATION");
        if (quantity > Most) Add(index, "quantity", "The quantity can't be higher than 1,000,000,000.", "INVALID_QUANTITY_TOO_HIGH");
        else if (quantity < 0 && Name == "on_hand") Add(index, "quantity", "The quantity can't be negative.", "INVALID_QUANTITY_NEGATIVE");
        else if (quantity < -Most) Add(index, "quantity", "The quantity can't be lower than -1,000,000,000.", "INVALID_QUANTITY_TOO_LOW");
        var level = item is null || location is null ? null : call.Shop.FindLevel(item.Variant, location);
        return new Entry(item?.Variant, location, quantity, level?.Quantity(Name) ?? 0, input.GetInt("changeFromQuantity"));
    }

    private void CheckTwins()
    {
        var twins = Entries.Select((e, i) => (Pair: (e.Variant, e.Location), Index: i)).Where(e => e.Pair.Variant is not null && e.Pair.Location is not null)
            .GroupBy(e => e.Pair).Where(g => g.Count() > 1).SelectMany(g => g.Select(e => e.Index)).Order();
        foreach (var index in twins)
            Add(index, "locationId", "The combination of inventoryItemId and locationId must be unique.", "NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR");
    }

    private void CheckStale()
    {
        for (var i = 0; i < Entries.Count; i++)
            if (Entries[i].Expected is { } expected && expected != Entries[i].Before)
                Add(i, "changeFromQuantity", "The changeFromQuantity value does not match persisted value.", "CHANGE_FROM_QUANTITY_STALE");
    }

    private void Add(int index, string field, string message, string code) =>
        _errors.Add(new UserErrorView(["input", "quantities", $"{index}", field], message, code));

    /// <summary>One quantity to set: of what and where, what is there, and what is thought to be there.</summary>
    internal sealed record Entry(ProductVariant? Variant, Location? Location, int Quantity, int Before, int? Expected);
}
