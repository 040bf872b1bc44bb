namespace PulpoSync.Engine.Connectors.Shopify.Returns;

/// <summary>An order as it matters to what comes back: what was shipped, returned and refunded, and what may still be.</summary>
internal sealed record ReturnOrder
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }
    /// <summary>Number with the shop's prefix and suffix.</summary>
    public required string Name { get; init; }
    /// <summary>True where it is cancelled.</summary>
    public bool IsCancelled { get; init; }
    /// <summary>Currency that the customer paid in.</summary>
    public required string Currency { get; init; }
    /// <summary>True where any of the shipping cost was refunded.</summary>
    public bool IsShippingRefunded { get; init; }
    /// <summary>Pieces of a line that may still be refunded.</summary>
    public IReadOnlyDictionary<string, int> Refundable { get; init; } = new Dictionary<string, int>();
    /// <summary>Pieces shipped, by line.</summary>
    public IReadOnlyDictionary<string, int> Shipped { get; init; } = new Dictionary<string, int>();
    /// <summary>Returns.</summary>
    public IReadOnlyList<KnownReturn> Returns { get; init; } = [];
    /// <summary>Refunds.</summary>
    public IReadOnlyList<KnownRefund> Refunds { get; init; } = [];
    /// <summary>What Shopify would still take back.</summary>
    public IReadOnlyList<ReturnablePieces> Returnable { get; init; } = [];

    /// <summary>Id of the return that carries a mark, also of one that was cancelled since; null: there is none.</summary>
    public string? ReturnOf(string mark) => Returns.FirstOrDefault(one => one.Notes.Any(note => ReturnMark.IsIn(note, mark)))?.Id;

    /// <summary>Id of the refund that carries a mark; null: there is none.</summary>
    public string? RefundOf(string mark) => Refunds.FirstOrDefault(one => ReturnMark.IsIn(one.Note, mark))?.Id;

    /// <summary>Pieces of a line in standing returns, without those of one mark.</summary>
    public int BackBesides(string line, string mark) =>
        Returns.Where(one => one.Stands && !one.Notes.Any(note => ReturnMark.IsIn(note, mark))).Sum(one => one.Pieces.GetValueOrDefault(line));

    /// <summary>
    /// Pieces of a line that came back and were refunded without being registered: refunds that other returns of the same source have made.
    /// </summary>
    public int BackUnregistered(string line, string mark) => Refunds
        .Where(refund => refund.Note is { } note && note.StartsWith(ReturnMark.SystemOf(mark), StringComparison.Ordinal) && !ReturnMark.IsIn(note, mark) && ReturnOf(note) is null)
        .Sum(refund => refund.Pieces.GetValueOrDefault(line));

    /// <summary>Pieces of a line that were refunded after they had left.</summary>
    public int Refunded(string line) => Refunds.Sum(refund => refund.Pieces.GetValueOrDefault(line));
}

/// <summary>A return of the order.</summary>
/// <param name="Id">Id.</param>
/// <param name="Stands">False where it was cancelled or declined.</param>
/// <param name="Notes">Notes of its lines.</param>
/// <param name="Pieces">Pieces by order line.</param>
internal sealed record KnownReturn(string Id, bool Stands, IReadOnlyList<string> Notes, IReadOnlyDictionary<string, int> Pieces);

/// <summary>A refund of the order.</summary>
/// <param name="Id">Id.</param>
/// <param name="Note">Note.</param>
/// <param name="Pieces">Pieces by order line, without those that were cancelled before they were shipped.</param>
internal sealed record KnownRefund(string Id, string? Note, IReadOnlyDictionary<string, int> Pieces);

/// <summary>Pieces of one shipped line that may be returned.</summary>
/// <param name="ShippedLine">Id of the line of the shipment.</param>
/// <param name="Line">Id of the order line.</param>
/// <param name="Pieces">Pieces.</param>
internal sealed record ReturnablePieces(string ShippedLine, string Line, int Pieces);
