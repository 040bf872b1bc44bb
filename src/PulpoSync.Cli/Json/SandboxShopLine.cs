namespace PulpoSync.Cli.Json;

/// <summary>A shop of the sandbox and how to get in.</summary>
internal sealed record SandboxShopLine(string Name, Uri Address, string AccessToken, string ClientId, string ClientSecret);
