using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Pulpo;

/// <summary>The access token of one user, kept beyond the process: PULPO bans addresses that ask for a token per call.</summary>
internal sealed class PulpoTokens(ConnectorContext context)
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private readonly string _user = context.Fields[PulpoSettings.UserName];
    private readonly string _password = context.Secrets[PulpoSettings.Password];

    /// <summary>A token.</summary>
    /// <param name="rejected">One that PULPO has just refused; it is not given again.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public Task<string> GetAsync(string? rejected, CancellationToken cancellationToken)
    {
        var key = $"pulpo|{context.Address}|{_user}";
        var mark = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}\n{_password}")));
        return context.Tokens.GetAsync(key, mark, rejected, LoginAsync, cancellationToken);
    }

    private async Task<AccessToken> LoginAsync(CancellationToken cancellationToken)
    {
        var asked = context.Time.GetUtcNow();
        var call = new HttpCall
        {
            Method = HttpMethod.Post,
            Uri = new Uri($"{context.Address}/auth"),
            // It changes nothing, but it is asked once only: too many logins lead to a ban.
            Kind = CallKind.Read,
            MaxTries = 1,
            Operation = "POST /auth",
            System = PulpoClient.System,
            Body = PulpoBody.Of(new PulpoLogin("password", _user, _password, "default")),
            IsSandbox = context.IsSandbox,
        };
        var reply = await SendAsync(call, cancellationToken).ConfigureAwait(false);
        if (!reply.IsSuccess) throw new FailureException(Refusal(call, reply));
        using var document = JsonBody.Parse(call, reply);
        var token = PulpoList.Element(document.RootElement, PulpoJson.Default.PulpoToken, call.Operation);
        if (string.IsNullOrWhiteSpace(token.AccessToken))
        {
            throw new FailureException(new Failure(FailureKind.Protocol, "UnexpectedShape", "PULPO answered the login without a token."));
        }

        return new AccessToken(token.AccessToken, asked + Life(token.ExpiresIn));
    }

    private async Task<HttpReply> SendAsync(HttpCall call, CancellationToken cancellationToken)
    {
        try
        {
            return await context.Http.SendAsync(call, cancellationToken).ConfigureAwait(false);
        }
        catch (FailureException e) when (e.Failure.Kind == FailureKind.RateLimited)
        {
            throw new FailureException(Blocked(e.Failure.RetryAfter));
        }
    }

    private Failure Refusal(HttpCall call, HttpReply reply) => reply.Status switch
    {
        400 or 401 or 422 => new Failure(
            FailureKind.Authentication, "LoginRefused",
            $"PULPO at {call.Uri.Host} refuses the login of \"{_user}\". Check user name (tenant_user) and password; the user must be active."),
        403 => Blocked(null),
        404 => new Failure(FailureKind.Configuration, "NotPulpo", $"{call.Uri.Host} does not answer like PULPO (no {call.Uri.AbsolutePath}). Check the address."),
        _ => HttpErrorTable.Of(call, reply, context.Time.GetUtcNow())!,
    };

    // How a ban looks is not documented: 403 and 429 are taken for one. As an Authorization failure it makes the token cache pause its logins.
    private Failure Blocked(TimeSpan? retryAfter) => new(
        FailureKind.Authorization, "LoginBlocked",
        $"PULPO does not let \"{_user}\" log in from this address at the moment. It bans addresses for a time after too many logins: stop other tools that log in per call, then try again.",
        retryAfter);

    private static TimeSpan Life(double? expiresIn)
    {
        var said = expiresIn is > 0 and < 86_400 * 365 ? TimeSpan.FromSeconds(expiresIn.Value) : PulpoAssumptions.TokenLife;
        var life = said < PulpoAssumptions.TokenLife ? said : PulpoAssumptions.TokenLife;
        return life - (life > Margin * 2 ? Margin : life / 2);
    }
}
