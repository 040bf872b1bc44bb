namespace PulpoSync.Engine.Contracts;

/// <summary>What a check found.</summary>
public sealed record CheckResult
{
    /// <summary>Why the system cannot be used; null where it can.</summary>
    public Failure? Failure { get; init; }
    /// <summary>The account: what the vendor calls the other side, with the system's name before it (<c>shopify:acme.myshopify.com</c>).</summary>
    public string Account { get; init; } = "";
    /// <summary>Name of the account for people.</summary>
    public string? AccountName { get; init; }
    /// <summary>What works but should be known, such as a scope that is missing for old orders.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
    /// <summary>Locations that ship (sources).</summary>
    public IReadOnlyList<Place> Locations { get; init; } = [];
    /// <summary>Warehouses that the user may work in (destinations).</summary>
    public IReadOnlyList<Place> Warehouses { get; init; } = [];
    /// <summary>IANA time zone of the account, where the system tells it.</summary>
    public string? TimeZone { get; init; }

    /// <summary>A refusal.</summary>
    public static CheckResult Refused(Failure failure) => new() { Failure = failure };
}
