using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Secrets;

namespace PulpoSync.Engine.Setup;

/// <summary>Opens connectors from stored credentials: secrets are resolved here, when they are used, and nowhere else.</summary>
internal sealed class Connections(IStore store, SecretResolver secrets, Redactor redactor, TimeProvider time)
{
    /// <summary>How to save all the same, for messages.</summary>
    public const string Unchecked = "-SkipCheck (or: --skip-check) saves without asking the system";

    /// <summary>Opens a connector.</summary>
    /// <param name="system">System.</param>
    /// <param name="credential">Credential.</param>
    /// <param name="settings">Settings of the integration; empty for checks of the credential alone.</param>
    /// <param name="beforeWrite">Called before each write leaves, with the longest that it may take.</param>
    /// <param name="tell">Told of each request; whose integration's it is, the caller knows.</param>
    public IConnector Open(
        ISystem system, StoredCredential credential, SettingBag settings, Action<TimeSpan>? beforeWrite = null, Func<RequestMade, ValueTask>? tell = null) =>
        system.Connect(new ConnectorContext
        {
            Address = credential.Address,
            Fields = credential.Fields,
            Secrets = credential.Secrets.ToDictionary(secret => secret.Key, secret => Resolve(credential, secret.Value), StringComparer.OrdinalIgnoreCase),
            IsSandbox = credential.IsSandbox,
            Settings = settings,
            Http = new HttpSender(new HttpSenderOptions { BeforeWrite = beforeWrite, Trace = tell is null ? null : call => tell(Request(call)) }, store.Limits, time, redactor),
            Tokens = new WatchedTokens(store.Tokens, redactor),
            Documents = store.Documents,
            StoreRestoredAt = store.RestoredAt,
            Time = time,
        });

    /// <summary>Asks the system whether a credential works.</summary>
    public async Task<CheckResult> CheckAsync(ISystem system, StoredCredential credential, CancellationToken cancellationToken)
    {
        var connector = Open(system, credential, SettingBag.Empty);
        await using (connector.ConfigureAwait(false))
        {
            return await connector.CheckAsync(CheckRequest.Credential, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Asks the system whether settings name things that exist.</summary>
    public async Task<IReadOnlyList<Failure>> ValidateAsync(
        ISystem system, StoredCredential credential, CheckRequest request, CancellationToken cancellationToken)
    {
        var connector = Open(system, credential, request.Settings);
        await using (connector.ConfigureAwait(false))
        {
            try
            {
                var check = await connector.CheckAsync(request, cancellationToken).ConfigureAwait(false);
                return check.Failure is { } failure ? [failure.By(credential.Name)] : await connector.ValidateSettingsAsync(request, cancellationToken).ConfigureAwait(false);
            }
            catch (FailureException failed)
            {
                return [failed.Failure.By(credential.Name)];
            }
        }
    }

    private RequestMade Request(HttpTrace call) =>
        new("", time.GetUtcNow(), call.System, call.Operation, call.Try, call.Status, call.Duration, call.FailureCode, call.RetryIn);

    // From here on no message of this process may contain it.
    private string Resolve(StoredCredential credential, SecretInput secret)
    {
        var text = secrets.Resolve(secret);
        redactor.Register(text, credential.Fields.GetValueOrDefault("UserName"));
        return text;
    }
}
