namespace PulpoSync.Sandbox.Billbee;

/// <summary>An address of an order, named as in Billbee's JSON.</summary>
public sealed record BillbeeAddress
{
    /// <summary>Billbee id.</summary>
    public long? BillbeeId { get; init; }

    /// <summary>City.</summary>
    public string? City { get; init; }

    /// <summary>Company.</summary>
    public string? Company { get; init; }

    /// <summary>Country.</summary>
    public string? Country { get; init; }

    /// <summary>Country iso2.</summary>
    public string? CountryISO2 { get; init; }

    /// <summary>Email.</summary>
    public string? Email { get; init; }

    /// <summary>First name.</summary>
    public string? FirstName { get; init; }

    /// <summary>House number.</summary>
    public string? HouseNumber { get; init; }

    /// <summary>Last name.</summary>
    public string? LastName { get; init; }

    /// <summary>Line2.</summary>
    public string? Line2 { get; init; }

    /// <summary>Name addition.</summary>
    public string? NameAddition { get; init; }

    /// <summary>Phone.</summary>
    public string? Phone { get; init; }

    /// <summary>State.</summary>
    public string? State { get; init; }

    /// <summary>Street.</summary>
    public string? Street { get; init; }

    /// <summary>Zip.</summary>
    public string? Zip { get; init; }
}
