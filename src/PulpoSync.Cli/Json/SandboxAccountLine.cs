namespace PulpoSync.Cli.Json;

/// <summary>A Billbee account of the sandbox and how to get in.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Address">Address; only a sandbox needs one.</param>
/// <param name="UserName">User.</param>
/// <param name="Password">API password.</param>
/// <param name="DeveloperKey">Developer key.</param>
/// <param name="ShopAccounts">Names of its shop accounts.</param>
/// <param name="StockLocations">Names of its stock locations.</param>
/// <param name="Labels">What labels it makes, as provider and product.</param>
internal sealed record SandboxAccountLine(
    string Name, Uri Address, string UserName, string Password, string DeveloperKey, IReadOnlyList<string> ShopAccounts, IReadOnlyList<string> StockLocations,
    IReadOnlyList<string> Labels);
