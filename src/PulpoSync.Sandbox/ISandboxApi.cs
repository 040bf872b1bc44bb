namespace PulpoSync.Sandbox;

/// <summary>The emulation of one vendor's API. Recording, latency and faults stand around it, in the host.</summary>
internal interface ISandboxApi
{
    /// <summary>The first segment of the path this API is served under: <c>shopify</c> or <c>pulpo</c>.</summary>
    string Prefix { get; }

    /// <summary>Does what the request asks for and sets its answer.</summary>
    Task HandleAsync(SandboxRequest request);
}
