using System.Text.Encodings.Web;
using System.Text.Json;

namespace PulpoSync.Torture.Secrets;

/// <summary>Uses the engine as a host does, and writes down all that it says.</summary>
internal sealed class Listener(PlantedWorld world, Haul haul)
{
    public const string Said = "what runs say";
    public const string Answers = "log, records, runs, status, set-up";
    public const string Errors = "errors and exceptions";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Dictionary<IntegrationType, int> _written = [];

    /// <summary>Records that came to their destination, by type.</summary>
    public IReadOnlyDictionary<IntegrationType, int> Written => _written;

    public async Task<IReadOnlyList<IntegrationRun>> RunAsync(string names)
    {
        var runs = new List<IntegrationRun>();
        await foreach (var happened in world.Runtime.StartAsync(new StartRequest { Names = [names], RetryFailed = true }, CancellationToken.None))
        {
            Hear(Said, happened);
            if (happened is RunFinished { Run: var run }) runs.Add(run);
        }

        foreach (var run in runs) _written[run.Type] = _written.GetValueOrDefault(run.Type) + run.Counts.Created + run.Counts.Updated;
        return runs;
    }

    /// <summary>Everything that hosts may ask.</summary>
    public void Ask()
    {
        var runtime = world.Runtime;
        Hear(Answers, runtime.GetLog(new LogQuery(Last: 100_000)));
        Hear(Answers, runtime.GetRecords(new RecordQuery(Last: 100_000)));
        Hear(Answers, runtime.GetRuns(new RunQuery()));
        Hear(Answers, runtime.GetStatus());
        Hear(Answers, runtime.GetCredentials());
        Hear(Answers, runtime.GetConfigs());
    }

    /// <summary>A user mistypes each secret, in several places; runs with it, asks, and sets it right.</summary>
    public async Task MistakeAsync()
    {
        foreach (var (credential, field, secret) in world.SecretFields)
        {
            var wrong = Set(credential, field, SecretInput.FromText(Plants.Wrong(secret)));
            await FailAsync(() => world.Runtime.SetCredentialAsync(wrong, CancellationToken.None));
            await FailAsync(() => world.Runtime.SetCredentialAsync(wrong with { Address = $"https://{Plants.Wrong(secret)}", Sandbox = false }, CancellationToken.None));
            await FailAsync(() => world.Runtime.NewCredentialAsync(wrong with { Name = Plants.Wrong(secret), System = "Shopfy" }, CancellationToken.None));
            await world.Runtime.SetCredentialAsync(wrong with { SkipCheck = true }, CancellationToken.None);
        }

        await RunAsync("*");
        foreach (var name in world.SecretFields.Select(field => field.Credential).Distinct()) Hear(Errors, await world.Runtime.TestCredentialAsync(name, CancellationToken.None));
        foreach (var (credential, field, secret) in world.SecretFields)
            await world.Runtime.SetCredentialAsync(Set(credential, field, world.Given(field, secret)) with { SkipCheck = true }, CancellationToken.None);
    }

    private static CredentialDefinition Set(string credential, string field, SecretInput secret) =>
        new() { Name = credential, Secrets = new Dictionary<string, SecretInput> { [field] = secret } };

    private async Task FailAsync(Func<Task> mistake)
    {
        try
        {
            await mistake();
        }
        catch (PulpoSyncException error)
        {
            haul.Add(Errors, error.ErrorId, $"{error} {error.Target}");
        }
    }

    private void Hear<T>(string place, IEnumerable<T> things)
        where T : notnull
    {
        foreach (var thing in things) Hear(place, thing);
    }

    private void Hear<T>(string place, T thing)
        where T : notnull => haul.Add(place, thing.GetType().Name, $"{thing} {JsonSerializer.Serialize(thing, thing.GetType(), Readable)}");
}
