namespace PulpoSync.Sandbox;

/// <summary>The sandbox's own endpoint for PULPO tenants.</summary>
internal static class PulpoControl
{
    public static void Map(IEndpointRouteBuilder app, SandboxHost host)
    {
    }
}
