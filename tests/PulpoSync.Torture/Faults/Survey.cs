using PulpoSync.Sandbox;
using PulpoSync.Torture.Kills;

namespace PulpoSync.Torture.Faults;

/// <summary>What is asked for in a run of a whole circle without faults, and by whom.</summary>
internal sealed class Survey
{
    private const int Rounds = 2;
    private readonly Dictionary<(string World, string Endpoint), List<(string Measure, string Integration)>> _askers = [];
    private readonly Dictionary<Endpoint, SortedSet<string>> _members = [];
    private readonly HashSet<Endpoint> _paged = [];

    /// <summary>
    /// Reasons for which records fail without any fault, because of what is in them. Some are rare: more came back than the shop has ever seen leave, so that
    /// its refund waits for ever, an order that belongs to another one, one with something that has no number.
    /// </summary>
    public HashSet<string> Ordinary { get; } = ["ReturnTooLarge", "ReturnFirst", "ParentOrder", "EmptySku"];

    /// <summary>Members of an endpoint's answers whose values are out of a list.</summary>
    public IReadOnlyCollection<string> MembersOf(Endpoint endpoint) => _members.GetValueOrDefault(endpoint) ?? [];

    /// <summary>Whether an endpoint's answers are lists that come in pages.</summary>
    public bool IsPaged(Endpoint endpoint) => _paged.Contains(endpoint);

    /// <summary>Endpoints with their worlds.</summary>
    public IEnumerable<(string World, string Endpoint)> Endpoints => _askers.Keys;

    /// <summary>The integration that asks for an endpoint before others do, and by which measure of the stock; null: none.</summary>
    public (string Measure, string Integration)? FirstToAsk(Endpoint endpoint) => _askers.TryGetValue((endpoint.World, endpoint.Name), out var askers) ? askers[0] : null;

    /// <summary>Adds a world.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="measure">Measure of its stock.</param>
    /// <param name="world">World.</param>
    public async Task AddAsync(string name, string measure, KillWorld world)
    {
        foreach (var endpoint in Faults.Endpoints.All.Where(endpoint => endpoint.World == name)) world.Sandbox.Faults.Add(Listener(endpoint));
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var victim in world.Victims)
            {
                await LiveAsync(world, victim);
                // Who is logged in would not log in.
                if (round == 0) Sessions.End(world);
                await RunAsync(name, measure, world, victim);
                Ordinary.UnionWith(world.Events.OfType<RecordSettled>().Where(record => record.Kind is OutcomeKind.Failed).Select(record => record.Reason ?? ""));
            }
        }

        foreach (var endpoint in Faults.Endpoints.All.Where(one => one.World == name && one.Cause is not null && FirstToAsk(one) is null))
        {
            world.Sandbox.Faults.Clear();
            world.Sandbox.Faults.Add(Listener(endpoint));
            foreach (var victim in world.Victims.TakeWhile(_ => FirstToAsk(endpoint) is null))
            {
                await LiveAsync(world, victim);
                await endpoint.Cause!.BringAboutAsync(world, victim);
                await RunAsync(name, measure, world, victim);
            }
        }
    }

    private static async Task LiveAsync(KillWorld world, Victim victim)
    {
        world.Edit();
        await world.LiveAsync(victim);
        if (victim.WaitsForOrders) await world.ReadOrdersAsync();
    }

    private async Task RunAsync(string name, string measure, KillWorld world, Victim victim)
    {
        world.Sandbox.Traffic.Reset();
        await world.RunAsync(victim);
        foreach (var endpoint in world.Sandbox.Traffic.ByOperation.Keys) Add((name, endpoint), (measure, victim.Name));
    }

    // A fault that is none: it looks at the answers.
    private Fault Listener(Endpoint endpoint) => new()
    {
        Kind = FaultKind.Spoilt, System = endpoint.System, Operation = endpoint.Operation, Count = 0,
        Spoil = body =>
        {
            lock (_members)
            {
                if (!_members.TryGetValue(endpoint, out var members)) _members[endpoint] = members = new SortedSet<string>(StringComparer.Ordinal);
                members.UnionWith(Values.In(endpoint.System, body));
                if (Pages.Are(body)) _paged.Add(endpoint);
            }

            return body;
        },
    };

    private void Add((string World, string Endpoint) key, (string Measure, string Integration) asker)
    {
        if (!_askers.TryGetValue(key, out var askers)) _askers[key] = askers = [];
        askers.Add(asker);
    }
}
