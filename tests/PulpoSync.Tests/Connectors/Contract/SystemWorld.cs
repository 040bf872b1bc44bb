using PulpoSync.Torture.Mutations;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Secrets;
using PulpoSync.Sandbox;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.Connectors.Contract;

/// <summary>One account of one system in a sandbox, and connectors to it over real connections. One subclass a system; a test class has one of its own.</summary>
public abstract class SystemWorld : IAsyncLifetime
{
    private readonly List<HttpTrace> _traces = [];
    private readonly InMemoryLimitStore _limits;
    private readonly InMemoryDocuments _documents = new();

    protected SystemWorld() => _limits = new InMemoryLimitStore(Clock);

    /// <summary>Clock of sandbox and connectors.</summary>
    internal ContractClock Clock { get; } = new();

    /// <summary>The sandbox.</summary>
    internal abstract SandboxHost Host { get; }

    /// <summary>The system under test.</summary>
    public abstract ISystem System { get; }

    /// <summary>Name of the system in the sandbox's addresses.</summary>
    public abstract string Prefix { get; }

    /// <summary>The account that a check has to learn.</summary>
    public abstract string Account { get; }

    /// <summary>Every way to fill the credential, each with all that it needs, by the names of the fields.</summary>
    public abstract IReadOnlyList<IReadOnlyDictionary<string, string>> Credentials { get; }

    /// <summary>Addresses that are none of this system's, as a credential of a real account would have them.</summary>
    public abstract IReadOnlyList<string?> ForeignAddresses { get; }

    /// <summary>How deep lists and their entries lie in an answer's JSON: null there is no answer of the vendor's.</summary>
    public abstract int EnvelopeDepth { get; }

    /// <summary>The same for reads by key.</summary>
    public virtual int SingleDepth => EnvelopeDepth;

    /// <summary>The sandbox's name of the call that logs in with the first credential: it may be tried but once. Null: there is none.</summary>
    public virtual string? LoginOperation => null;

    /// <summary>Name of the <see cref="Spoiling"/> that looks as the system's word for a record that does not exist. Null: there is none.</summary>
    public virtual string? LooksGone => null;

    /// <summary>Starts the sandbox.</summary>
    public abstract Task InitializeAsync();

    /// <summary>Stops it.</summary>
    public abstract Task DisposeAsync();

    /// <summary>The secrets of all credentials; no message may hold one.</summary>
    internal IEnumerable<string> Secrets =>
        Credentials.SelectMany(fields => fields).Where(one => IsSecret(one.Key)).Select(one => one.Value);

    /// <summary>What the connectors of this world have sent.</summary>
    internal IReadOnlyList<HttpTrace> Traces
    {
        get { lock (_traces) return [.. _traces]; }
    }

    /// <summary>True for a field that is kept protected.</summary>
    internal bool IsSecret(string field) => System.Spec.CredentialFields.Single(one => one.Name == field).IsSecret;

    /// <summary>Opens a connector that knows nothing from earlier ones but how much of the limits is left and which documents are kept, as in a store.</summary>
    internal IConnector Connect(IReadOnlyDictionary<string, string>? settings = null, IReadOnlyDictionary<string, string>? credential = null, TimeSpan? tryTimeout = null)
    {
        var fields = credential ?? Credentials[0];
        var options = new HttpSenderOptions { Random = () => 0.5, Trace = KeepAsync };
        return System.Connect(new ConnectorContext
        {
            Address = System.NormalizeAddress(fields.GetValueOrDefault("Address"), sandbox: true),
            Fields = fields.Where(field => !IsSecret(field.Key) && field.Key != "Address").ToDictionary(),
            Secrets = fields.Where(field => IsSecret(field.Key)).ToDictionary(),
            IsSandbox = true,
            Settings = new SettingBag(settings ?? new Dictionary<string, string>()),
            Http = new HttpSender(tryTimeout is { } time ? options with { TryTimeout = time } : options, _limits, Clock, new Redactor()),
            Tokens = new MemoryTokens(Clock),
            Documents = _documents,
            Time = Clock,
        });
    }

    /// <summary>The operations that something asks of the sandbox.</summary>
    internal async Task<IReadOnlyList<string>> OperationsAsync(Func<Task> something)
    {
        Host.Traffic.Reset();
        await something();
        return [.. Host.Traffic.ByOperation.Keys.Where(key => key.StartsWith(Prefix + " ", StringComparison.Ordinal)).Select(key => key[(Prefix.Length + 1)..])];
    }

    /// <summary>What there is to be spoilt of the answers that something asks for: each way with each operation, as far as its answers go.</summary>
    internal async Task<IReadOnlyList<(Spoiling Spoiling, string Operation)>> TargetsAsync(IReadOnlyList<Spoiling> spoilings, Func<Task> something)
    {
        var depths = new Dictionary<string, int>();
        foreach (var operation in await OperationsAsync(something))
        {
            depths[operation] = 0;
            Host.Faults.Add(new Fault { Kind = FaultKind.Spoilt, System = Prefix, Operation = operation, Count = 0, Spoil = body => Measured(operation, body) });
        }

        await something();
        Host.Faults.Clear();
        return [.. from spoiling in spoilings from operation in depths.Keys where spoiling.Depth <= depths[operation] select (spoiling, operation)];

        ReadOnlyMemory<byte> Measured(string operation, ReadOnlyMemory<byte> body)
        {
            lock (depths) depths[operation] = Math.Max(depths[operation], JsonSpoiler.DepthOf(body));
            return body;
        }
    }

    private ValueTask KeepAsync(HttpTrace trace)
    {
        lock (_traces) _traces.Add(trace);
        return ValueTask.CompletedTask;
    }
}
