using System.Net;

namespace PulpoSync.Engine.Connectors.Http;

/// <summary>The machine's proxy for everything but this machine itself, which a proxy elsewhere could not reach.</summary>
internal sealed class DirectLoopbackProxy : IWebProxy
{
    private readonly IWebProxy _system = HttpClient.DefaultProxy;

    public ICredentials? Credentials
    {
        get => _system.Credentials;
        set => _system.Credentials = value;
    }

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : _system.GetProxy(destination);

    public bool IsBypassed(Uri host) => host.IsLoopback || _system.IsBypassed(host);
}
