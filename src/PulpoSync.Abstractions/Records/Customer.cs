namespace PulpoSync.Records;

/// <summary>Who ordered. Personal data apart from <see cref="Key"/>: it is never stored.</summary>
public sealed record Customer
{
    /// <summary>The source system's own key.</summary>
    public required string Key { get; init; }
    /// <summary>Name to show.</summary>
    public string? Name { get; init; }
    /// <summary>E-mail.</summary>
    public string? Email { get; init; }
    /// <summary>Phone.</summary>
    public string? Phone { get; init; }
}
