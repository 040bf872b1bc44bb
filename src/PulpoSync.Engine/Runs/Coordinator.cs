using System.Runtime.CompilerServices;
using System.Threading.Channels;
using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Setup;

namespace PulpoSync.Engine.Runs;

/// <summary>
/// Decides what runs when a host says Start: several stores at a time, within a store one after the other (products, orders, labels, shipments, stock, the rest).
/// After every run the list is made anew, so that a long first import of one store never holds up the others.
/// </summary>
internal sealed class Coordinator(IStore store, RunLauncher launcher, TimeProvider time)
{
    private static readonly IntegrationType[] Order = 
    [
        IntegrationType.Products, IntegrationType.SalesOrders, IntegrationType.SalesOrdersPos, IntegrationType.ShippingLabels, IntegrationType.GenerateShipments,
        IntegrationType.Stock,
    ];

    /// <summary>Runs what the request names or what is due. Names are resolved before the first run, so that a mistyped one starts nothing.</summary>
    public async IAsyncEnumerable<RunEvent> StartAsync(StartRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var named = Named(request);
        // Bounded: a slow host slows the runs down instead of filling the memory.
        var events = Channel.CreateBounded<RunEvent>(256);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var work = Task.Run(() => RunAllAsync(request, named, events.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var happened in events.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false)) yield return happened;
        }
        finally
        {
            // A host that stops listening ends the runs at their next page boundary; what they still say is not waited for by anybody.
            await stop.CancelAsync().ConfigureAwait(false);
            while (await events.Reader.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false)) events.Reader.TryRead(out _);
            await work.ConfigureAwait(false);
        }
    }

    private List<StoredIntegration>? Named(StartRequest request)
    {
        if (request.Names.Count == 0)
        {
            return request.Due ? null : throw new PulpoSyncException(
                ErrorIds.ConfigNotFound, "Nothing to run was named. Give names of integrations (wildcards allowed), or ask for what is due.");
        }

        var all = store.Integrations.List();
        var chosen = new List<StoredIntegration>();
        foreach (var name in request.Names)
        {
            var matches = all.Where(integration => Names.Matcher(name)(integration.Name)).ToList();
            if (matches.Count == 0 && !Names.IsPattern(name))
            {
                throw new PulpoSyncException(
                    ErrorIds.ConfigNotFound, $"There is no integration \"{name}\". {Names.List([.. all.Select(i => i.Name)], "IntegrationConfig")}", name);
            }

            chosen.AddRange(matches.ExceptBy(chosen.Select(i => i.Id), i => i.Id));
        }

        return chosen;
    }

    private async Task RunAllAsync(
        StartRequest request, List<StoredIntegration>? named, ChannelWriter<RunEvent> events, CancellationToken cancellationToken)
    {
        try
        {
            var done = new HashSet<long>();
            var running = new Dictionary<Task, (long Source, long Destination)>();
            while (!cancellationToken.IsCancellationRequested)
            {
                foreach (var next in Startable(request, named, done, running.Values))
                {
                    if (running.Count >= Math.Max(1, request.ThrottleLimit)) break;
                    if (running.ContainsValue(StoreOf(next.Integration))) continue;
                    done.Add(next.Integration.Id);
                    running.Add(StartOneAsync(next, request, events, cancellationToken), StoreOf(next.Integration));
                }

                if (running.Count == 0) break;
                var ended = await Task.WhenAny(running.Keys).ConfigureAwait(false);
                running.Remove(ended);
                await ended.ConfigureAwait(false);
            }

            await Task.WhenAll(running.Keys).ConfigureAwait(false);
            if (!request.Preview) store.Protocol.Prune();
            events.Complete();
        }
        catch (Exception error)
        {
            // The host hears of it at the end of the stream.
            events.Complete(error);
        }
    }

    private IEnumerable<(StoredIntegration Integration, string? WaitsFor)> Startable(
        StartRequest request, List<StoredIntegration>? named, HashSet<long> done, ICollection<(long, long)> busy)
    {
        var now = time.GetUtcNow();
        IReadOnlyList<StoredIntegration> candidates = named ?? [.. store.Integrations.Due(now)];
        foreach (var integration in candidates.Where(i => !done.Contains(i.Id) && !busy.Contains(StoreOf(i))).OrderBy(Rank))
        {
            var waits = !request.Due ? null
                : integration.NextDueAt is null ? "is switched off"
                : integration.NextDueAt > now ? $"is due at {integration.NextDueAt:yyyy-MM-dd HH:mm:ss} UTC"
                : Scheduling.Timetable.WaitsFor(integration, store.Integrations.OfRoute(integration.Id), now);
            // What is merely due and has to wait is not worth a word; what was named is.
            if (waits is null || named is not null) yield return (integration, waits);
            else done.Add(integration.Id);
        }
    }

    private async Task StartOneAsync(
        (StoredIntegration Integration, string? WaitsFor) next, StartRequest request, ChannelWriter<RunEvent> events, CancellationToken cancellationToken)
    {
        var integration = next.Integration;
        if (next.WaitsFor is { } reason)
        {
            var skipped = new RunSkipped(integration.Name, time.GetUtcNow(), "NotDue", $"\"{integration.Name}\" {reason}.");
            await events.WriteAsync(skipped, CancellationToken.None).ConfigureAwait(false);
            return;
        }

        await launcher.RunAsync(
            integration, request, happened => events.WriteAsync(happened, CancellationToken.None), cancellationToken).ConfigureAwait(false);
    }

    private static int Rank(StoredIntegration integration)
    {
        var at = Array.IndexOf(Order, integration.Type);
        return at < 0 ? Order.Length : at;
    }

    // A store is a pair of systems, whichever way the goods or the news flow.
    private static (long, long) StoreOf(StoredIntegration integration) =>
        (Math.Min(integration.SourceId, integration.DestinationId), Math.Max(integration.SourceId, integration.DestinationId));
}
