namespace PulpoSync.Cli.Json;

/// <summary>A PULPO tenant of the sandbox and how to get in.</summary>
internal sealed record SandboxTenantLine(string Name, Uri Address, string UserName, string Password, IReadOnlyList<string> Warehouses);
