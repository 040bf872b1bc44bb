namespace PulpoSync.Sandbox.Billbee;

/// <summary>The buyer or the seller as the shop knows them.</summary>
public sealed record BillbeeUser
{
    /// <summary>The Billbee internal id of the shop connection.</summary>
    public long? BillbeeShopId { get; init; }

    /// <summary>The name of shop connection in Billbee.</summary>
    public string? BillbeeShopName { get; init; }

    /// <summary>The email address of this customer.</summary>
    public string? Email { get; init; }

    /// <summary>The first name of this customer.</summary>
    public string? FirstName { get; init; }

    /// <summary>The full name ("firstname lastname") of this customer.</summary>
    public string FullName => $"{FirstName} {LastName}".Trim();

    /// <summary>The Billbee internal id of this customer.</summary>
    public string? Id { get; init; }

    /// <summary>The last name of this customer.</summary>
    public string? LastName { get; init; }

    /// <summary>The nick name (if available) from the original system.</summary>
    public string? Nick { get; init; }

    /// <summary>The name of the platform from which this customer originated.</summary>
    public string? Platform { get; init; }
}
