using PulpoSync.Torture.Kills;

namespace PulpoSync.Torture.Faults;

/// <summary>What is asked for in a run of a whole circle without faults, and by whom.</summary>
internal sealed class Survey
{
    private const int Rounds = 2;
    private readonly Dictionary<(string World, string Endpoint), List<(string Measure, string Integration)>> _askers = [];

    /// <summary>
    /// Reasons for which records fail without any fault, because of what is in them. Two are rare: more came back than the shop has ever seen leave, and
    /// an order that belongs to another one.
    /// </summary>
    public HashSet<string> Ordinary { get; } = ["ReturnTooLarge", "ParentOrder"];

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
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var victim in world.Victims)
            {
                world.Edit();
                await world.LiveAsync(victim);
                if (victim.WaitsForOrders) await world.ReadOrdersAsync();
                // Who is logged in would not log in.
                if (round == 0) Sessions.End(world);
                world.Sandbox.Traffic.Reset();
                await world.RunAsync(victim);
                foreach (var endpoint in world.Sandbox.Traffic.ByOperation.Keys) Add((name, endpoint), (measure, victim.Name));
                Ordinary.UnionWith(world.Events.OfType<RecordSettled>().Where(record => record.Kind is OutcomeKind.Failed).Select(record => record.Reason ?? ""));
            }
        }
    }

    private void Add((string World, string Endpoint) key, (string Measure, string Integration) asker)
    {
        if (!_askers.TryGetValue(key, out var askers)) _askers[key] = askers = [];
        askers.Add(asker);
    }
}
