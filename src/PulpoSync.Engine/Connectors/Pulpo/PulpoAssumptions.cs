using System.Globalization;
using System.Text.Json;

namespace PulpoSync.Engine.Connectors.Pulpo;

/// <summary>
/// Everything that PULPO's public texts do not say and that is therefore inferred, in one place. What is documented stands where it is used.
/// Each assumption is checked by what comes back, wherever that is possible.
/// </summary>
internal static partial class PulpoAssumptions
{
    private static readonly string[] Operators = ["gte:", "gt:", "lte:", "lt:", "between:", "includes", "to_list:"];

    /// <summary>No rate limit is published: as many calls at a time per address and user.</summary>
    public const int ConcurrentCalls = 2;

    /// <summary>Neither the default nor the greatest <c>limit</c> is published; clients in the field use 100.</summary>
    public const int PageSize = 100;

    /// <summary>Orders or customers per bulk call; no bound is published.</summary>
    public const int BulkSize = 50;

    /// <summary>Addresses beyond this many characters are cut by some proxies.</summary>
    public const int QueryLength = 3_500;

    /// <summary>The guide says that tokens live for one hour, its sample says twelve: the shorter counts.</summary>
    public static readonly TimeSpan TokenLife = TimeSpan.FromHours(1);

    /// <summary>
    /// Read again before a cursor. PULPO's times carry no zone; that they are UTC is inferred, so that the overlap covers slow commits, not zones.
    /// </summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromMinutes(15);

    /// <summary>Kind of a customer's identifier, as another shop's plug-in writes it.</summary>
    public const string IdentifierType = "ID";

    /// <summary>Length that a text field surely takes (said for the fields of CSV imports). Texts are cut only after PULPO has found one too long.</summary>
    public const int SafeTextLength = 255;

    /// <summary>
    /// A list of values for one field. Documented for ids, <c>priority</c> and <c>criterium</c>; for <c>sku</c>, <c>order_num</c> and
    /// <c>identifier_number</c> only hoped for, which is why <see cref="PulpoLookup{T}"/> proves it first.
    /// </summary>
    public static string ListFilter(string field, IEnumerable<string> values) =>
        $"{field}=to_list:{string.Join(',', values.Select(Uri.EscapeDataString))}";

    /// <summary>True where a value can stand in such a list: it has no comma, which would part it.</summary>
    public static bool FitsList(string value) => !value.Contains(',', StringComparison.Ordinal);

    /// <summary>True where a single value would be taken for an operator (these are documented) instead of a text.</summary>
    public static bool IsOperator(string value) => Operators.Any(word => value.StartsWith(word, StringComparison.Ordinal));

    /// <summary>Form of a calendar date in an order, as clients in the field send it.</summary>
    public static string Date(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd} 00:00:00");

    /// <summary>Waiting to be picked: an order may still be changed. (Which states allow a PUT is not said.)</summary>
    public static bool IsQueued(string? state) => state == "queue";

    /// <summary>Paused; the word follows from the calls pause and resume.</summary>
    public static bool IsPaused(string? state) => state == "paused";

    /// <summary>Cancelled.</summary>
    public static bool IsCancelled(string? state) => state == "cancelled";

    /// <summary>On its way or gone: too late to cancel for good.</summary>
    public static bool IsGone(string? state) => state is "shipping" or "ended";

    /// <summary>The warehouse works on it, or has; any other word may mean anything.</summary>
    public static bool IsBegun(string? state) => state is "picking" or "packing" || IsGone(state);

    /// <summary>A return without an end is still being received; after as long without a change nobody is at it any more, should PULPO not set the end.</summary>
    public static readonly TimeSpan ReceptionEnds = TimeSpan.FromHours(12);

    /// <summary>True where a reception is over: that an end date says so follows from the field's name.</summary>
    public static bool IsReceived(string? endDate, DateTimeOffset changedAt, DateTimeOffset now) => !string.IsNullOrWhiteSpace(endDate) || now - changedAt > ReceptionEnds;

    /// <summary>Pieces that count as received well. That <c>accepted</c> is the word is proven; that every other state means rejected keeps refunds on the safe side.</summary>
    public static bool IsAccepted(string? state) => state == "accepted";

    /// <summary>
    /// What of a product goes back with an update. Whether an update empties what it leaves out is not said, so everything is sent that is the product's own:
    /// not what PULPO shows beside it (supplier, files), which it names by id, nor what only PULPO writes.
    /// </summary>
    public static bool IsSentBack(JsonProperty field) => field.Name switch
    {
        "inserted_at" or "updated_at" or "deleted" or "deleted_at" or "deleted_by" or "tenant_id" => false,
        "attributes" or "barcodes" or "product_categories" => true,
        _ => field.Value.ValueKind is not JsonValueKind.Object
            && (field.Value.ValueKind is not JsonValueKind.Array || field.Value.EnumerateArray().All(item => item.ValueKind is not JsonValueKind.Object)),
    };

    /// <summary>
    /// A list of products for the stock figures, in the form that the guide shows for ids. (Their answers tell no warehouse, so each warehouse is asked for itself;
    /// that a product which is left out of an answer has nothing there is inferred, and so is that availability is never cut.)
    /// </summary>
    public static string ProductList(IEnumerable<long> products) =>
        string.Join('&', products.Select(product => string.Create(CultureInfo.InvariantCulture, $"id[]={product}")));

    /// <summary>
    /// What was made after an entry. The operator is documented for numbers, the field as a filter; both together are inferred, and proved by what comes back: where
    /// they are not understood, a new product is told with its first movement.
    /// </summary>
    public static string After(long id) => string.Create(CultureInfo.InvariantCulture, $"id=gt:{id}");

    /// <summary>
    /// States in which a replenishment holds goods back. The states are documented, and that they count against what is available; that their list shows the
    /// items is inferred: where it does not, such a change is seen with the movement that follows it.
    /// </summary>
    public static readonly IReadOnlyList<string> OpenReplenishments = ["queue", "taken"];

    /// <summary>
    /// True for a kind of position where packed goods lie. On hand is all that lies in the warehouse, without returned goods (this total is documented), less what is
    /// packed there. That packing and shipping positions are known by these words in the name of their kind is inferred from the names of two other kinds.
    /// </summary>
    public static bool IsOnTheWayOut(string? locationType) =>
        locationType is not null
        && (locationType.Contains("packing", StringComparison.OrdinalIgnoreCase) || locationType.Contains("shipping", StringComparison.OrdinalIgnoreCase));

    /// <summary>All of the order has left the warehouse.</summary>
    public static bool HasLeft(string? state) => state == "ended";

    /// <summary>States in which goods are packed: work on a packing order ends, and it is closed when its boxes stand where they leave from.</summary>
    public static bool IsPacked(string? packingState) => packingState is "ended" or "closed";

    /// <summary>The state of a sales order from which on goods may have been packed for it; packing orders of earlier ones need not be asked for.</summary>
    public static bool MayHavePackings(string? state) => state is "packing" || IsGone(state);

    /// <summary>
    /// States of a sales order of which something has still to be packed. That these are all is inferred: the states are documented one by one, their order only for
    /// some.
    /// </summary>
    public static readonly IReadOnlyList<string?> UnfinishedStates = ["queue", "paused", "picking", "packing"];

    /// <summary>True where nothing has to be packed any more; a state that we do not know says no such thing.</summary>
    public static bool IsFinished(string? state) => IsGone(state) || IsCancelled(state);

    /// <summary>True for the batch of a single piece; lots and serial numbers are of one kind of entry, told apart by this word.</summary>
    public static bool IsSerial(string? batchType) => batchType == "serial";

    /// <summary>Texts of refusals, as the web framework behind the API words them, and what they mean.</summary>
    public static readonly IReadOnlyList<(string Text, string Code, string Meaning)> Refusals =
    [
        ("has already been taken", "Taken", "has already been taken"),
        ("should be at most", "TooLong", "is too long"),
        ("can't be blank", "Blank", "can't be blank"),
        ("is required", "Blank", "can't be blank"),
        ("does not exist", "Unknown", "does not exist"),
        ("not found", "Unknown", "does not exist"),
        ("has invalid format", "Invalid", "is invalid"),
        ("is invalid", "Invalid", "is invalid"),
        ("must be", "Invalid", "is out of range"),
        ("should be at least", "Invalid", "is too short"),
    ];
}
