namespace PulpoSync.Sandbox;

/// <summary>The emulation of one vendor's API. Recording, latency and faults stand around it, in the host.</summary>
internal interface ISandboxApi
{
    /// <summary>The first segment of the path this API is served under: <c>shopify</c>, <c>pulpo</c> or <c>billbee</c>.</summary>
    string Prefix { get; }

    /// <summary>What a request is called in faults and counts; null for the common rule, which sees only numbers as values in a path.</summary>
    string? OperationOf(SandboxRequest request) => null;

    /// <summary>Does what the request asks for and sets its answer.</summary>
    Task HandleAsync(SandboxRequest request);
}
