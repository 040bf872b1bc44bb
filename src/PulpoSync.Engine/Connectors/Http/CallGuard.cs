using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Http;

/// <summary>Refuses calls that must never leave the machine.</summary>
internal static class CallGuard
{
    public static void Check(HttpCall call)
    {
        if (call.Uri.Scheme != Uri.UriSchemeHttps && !(call.IsSandbox && call.Uri.IsLoopback && call.Uri.Scheme == Uri.UriSchemeHttp))
        {
            throw Refused("InsecureAddress", $"{call.System}: {call.Uri.GetLeftPart(UriPartial.Authority)} is not https; only sandbox credentials may use http, and only on this machine.");
        }

        foreach (var (name, value) in call.Headers)
        {
            // The value is a secret more often than not: it is named, never shown.
            if (value.Any(c => c is < ' ' or > '~')) throw Refused("HeaderInvalid", $"{call.System}: the value for {name} holds a line break or a character that cannot be sent; enter the secret again.");
        }
    }

    private static FailureException Refused(string code, string message) => new(new Failure(FailureKind.Configuration, code, message));
}
