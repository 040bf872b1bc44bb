namespace PulpoSync.Sandbox;

/// <summary>Goods that come back.</summary>
/// <param name="Line">The line's id as the client sent it, or a SKU.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Accepted">Whether they are fit for stock; what is rejected goes to the return position whatever the tenant does with the rest.</param>
public sealed record ReturnedPieces(string Line, long Quantity, bool Accepted = true)
{
    /// <summary>Codes of the reasons; new ones are added to the tenant.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>What the warehouse notes about these goods.</summary>
    public string? Notes { get; init; }
}
