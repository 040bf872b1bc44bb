namespace PulpoSync.Sandbox.Shopify;

/// <summary>A postal address.</summary>
public sealed record Address
{
    /// <summary>Given name.</summary>
    public string? FirstName { get; init; }

    /// <summary>Family name.</summary>
    public string? LastName { get; init; }

    /// <summary>Company.</summary>
    public string? Company { get; init; }

    /// <summary>Street and number.</summary>
    public string? Address1 { get; init; }

    /// <summary>Second line.</summary>
    public string? Address2 { get; init; }

    /// <summary>Postal code.</summary>
    public string? Zip { get; init; }

    /// <summary>Town.</summary>
    public string? City { get; init; }

    /// <summary>Province's name.</summary>
    public string? Province { get; init; }

    /// <summary>Province's code, such as <c>BY</c>.</summary>
    public string? ProvinceCode { get; init; }

    /// <summary>Country's name in English.</summary>
    public string Country { get; init; } = "Germany";

    /// <summary>ISO 3166-1 alpha-2 code.</summary>
    public string CountryCode { get; init; } = "DE";

    /// <summary>Telephone.</summary>
    public string? Phone { get; init; }

    /// <summary>Given and family name together.</summary>
    public string Name => $"{FirstName} {LastName}".Trim();
}
