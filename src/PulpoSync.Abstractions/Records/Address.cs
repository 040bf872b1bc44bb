namespace PulpoSync.Records;

/// <summary>A postal address. Personal data: it is never stored.</summary>
public sealed record Address
{
    /// <summary>Full name of the person.</summary>
    public string? Name { get; init; }
    /// <summary>First name, where the system keeps names apart.</summary>
    public string? FirstName { get; init; }
    /// <summary>Last name, where the system keeps names apart.</summary>
    public string? LastName { get; init; }
    /// <summary>Company.</summary>
    public string? Company { get; init; }
    /// <summary>First line: street, mostly with the house number.</summary>
    public string? Line1 { get; init; }
    /// <summary>Second line.</summary>
    public string? Line2 { get; init; }
    /// <summary>House number, where the system keeps it apart.</summary>
    public string? HouseNumber { get; init; }
    /// <summary>Postal code.</summary>
    public string? Zip { get; init; }
    /// <summary>City.</summary>
    public string? City { get; init; }
    /// <summary>State, province or canton.</summary>
    public string? State { get; init; }
    /// <summary>Country as ISO 3166-1 alpha-2.</summary>
    public string? CountryCode { get; init; }
    /// <summary>Phone.</summary>
    public string? Phone { get; init; }
    /// <summary>E-mail.</summary>
    public string? Email { get; init; }
}
