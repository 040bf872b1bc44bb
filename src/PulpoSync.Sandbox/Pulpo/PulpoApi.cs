namespace PulpoSync.Sandbox;

/// <summary>The PULPO WMS API.</summary>
internal sealed class PulpoApi(SandboxHost host) : ISandboxApi
{
    public string Prefix => "pulpo";

    public Task HandleAsync(SandboxRequest request) =>
        request.AnswerAsync(host.Tenants.ContainsKey(request.Name) ? StatusCodes.Status501NotImplemented : StatusCodes.Status404NotFound, "{}");
}
