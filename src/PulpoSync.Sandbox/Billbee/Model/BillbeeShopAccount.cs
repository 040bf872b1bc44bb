namespace PulpoSync.Sandbox.Billbee;

/// <summary>A shop that is connected to the account.</summary>
/// <param name="Id">Billbee's id, the <c>ApiAccountId</c> of its orders.</param>
/// <param name="AccountType">The shop's platform.</param>
/// <param name="Name">The name of the connection, the <c>ApiAccountName</c> of its orders.</param>
public sealed record BillbeeShopAccount(long Id, string AccountType, string Name)
{
    /// <summary>When orders were last fetched from it.</summary>
    public DateTime? LastSyncDate { get; init; }

    /// <summary>How that went.</summary>
    public string? LastSyncState { get; init; }
}
