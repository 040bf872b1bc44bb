namespace PulpoSync.Engine.Connectors.Billbee;

/// <summary>What Billbee's documentation leaves open, kept in one place. Each entry says what it rests on.</summary>
internal static class BillbeeAssumptions
{
    /// <summary>Largest page; documented for orders and products.</summary>
    public const int PageSize = 250;

    /// <summary>Calls per second that each endpoint allows a key and user; documented.</summary>
    public const int CallsPerSecond = 2;

    /// <summary>Reads of one order per minute; documented.</summary>
    public const int ReadsOfOneOrderPerMinute = 6;

    /// <summary>Stock levels per call of updatestockmultiple. Inferred: no limit is documented; 50 keep a refused call small.</summary>
    public const int StockBatch = 50;

    /// <summary>
    /// Read again before the cursor. Inferred: times come without a zone in captured answers, and whether the filter takes them in the same zone is not told.
    /// Two hours are the most that the vendor's own zone is away from UTC.
    /// </summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromMinutes(130);

    /// <summary>
    /// Walks over a list of orders that does not come to rest, before a run gives up. Inferred: no order of the pages is promised, so that a walk may miss what
    /// moves from one page to another.
    /// </summary>
    public const int MostWalks = 3;

    /// <summary>Looks at what came during a walk, after which the count may be right. Where an order comes in every second, one look is too few.</summary>
    public const int MostLooks = 4;

    /// <summary>The form of moments in filters. Inferred: the contract says date-time, the vendor's SDK sends minutes.</summary>
    public const string FilterTime = "yyyy-MM-ddTHH:mm:ss";

    /// <summary>What Billbee says of an article that does not exist. Inferred: none of its error codes has a word for it.</summary>
    public const string NoSuchArticle = "InvalidData";

    /// <summary>What parts the words of a text of tags. Inferred: they come as a list of texts by language.</summary>
    public const char TagSeparator = ',';

    /// <summary>A length for a label. Inferred: the contract names no unit; Billbee's articles have centimetres, as the warehouse's boxes do.</summary>
    public static decimal LabelLength(decimal centimetres) => centimetres;
}
