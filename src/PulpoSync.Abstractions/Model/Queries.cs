namespace PulpoSync;

/// <summary>Which runs to give, newest first.</summary>
/// <param name="Integration">Name with wildcards (<c>*</c>, <c>?</c>); null: all.</param>
/// <param name="Last">At most so many.</param>
/// <param name="Since">Started since.</param>
public sealed record RunQuery(string? Integration = null, int Last = 50, DateTimeOffset? Since = null);

/// <summary>Which records to give.</summary>
/// <param name="Number">Number or source key of a record, also without prefix or suffix of a split (<c>1001</c> finds <c>1001_2</c>); null: all.</param>
/// <param name="Integration">Name with wildcards; null: all.</param>
/// <param name="State">States; empty: all.</param>
/// <param name="Last">At most so many, last changed first.</param>
public sealed record RecordQuery(string? Number = null, string? Integration = null, IReadOnlyList<LedgerState>? State = null, int Last = 1000);

/// <summary>Which log lines to give, oldest first.</summary>
/// <param name="Integration">Name with wildcards; null: all.</param>
/// <param name="RunId">Run; null: all.</param>
/// <param name="Number">Number of a record; null: all.</param>
/// <param name="Level">This weight and heavier.</param>
/// <param name="Since">Since.</param>
/// <param name="Last">At most so many of the newest.</param>
public sealed record LogQuery(
    string? Integration = null, long? RunId = null, string? Number = null, LogLevel Level = LogLevel.Information, DateTimeOffset? Since = null, int Last = 200);
