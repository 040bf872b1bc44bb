using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Flows;
using PulpoSync.Engine.Scheduling;
using PulpoSync.Engine.Secrets;
using PulpoSync.Engine.Setup;

namespace PulpoSync.Engine.Runs;

/// <summary>Brings one run onto its way: connections, route, lease. Every trouble before the story begins becomes a failed run, not an exception.</summary>
internal sealed class RunLauncher(SystemCatalog systems, IStore store, Connections connections, Redactor redactor, string host, TimeProvider time)
{
    /// <summary>Runs one integration.</summary>
    public async Task RunAsync(
        StoredIntegration integration, StartRequest request, Func<RunEvent, ValueTask> emit, CancellationToken cancellationToken)
    {
        var trigger = request.Preview ? "preview" : !request.Due ? "manual" : integration.Daily is not null ? "daily" : "recurring";
        try
        {
            await OpenAndRunAsync(integration, request, trigger, emit, cancellationToken).ConfigureAwait(false);
        }
        catch (FailureException failed)
        {
            await FailAsync(integration, request, trigger, failed.Failure, emit).ConfigureAwait(false);
        }
        catch (PulpoSyncException error)
        {
            await FailAsync(integration, request, trigger, new Failure(FailureKind.Configuration, error.ErrorId, error.Message), emit).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped before it began: nothing was done, and nothing is to be told.
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // The trouble of one integration is not that of the others.
            await emit(new RunFault(integration.Name, time.GetUtcNow(), redactor.Clean(fault.ToString()))).ConfigureAwait(false);
            await FailAsync(integration, request, trigger, Unforeseen.Failure(fault), emit).ConfigureAwait(false);
        }
    }

    private async Task OpenAndRunAsync(
        StoredIntegration integration, StartRequest request, string trigger, Func<RunEvent, ValueTask> emit, CancellationToken cancellationToken)
    {
        var flow = FlowCatalog.Find(integration.Type)!;
        var (source, destination) = (store.Credentials.Get(integration.SourceId), store.Credentials.Get(integration.DestinationId));
        var (from, to) = (systems.Get(source.System), systems.Get(destination.System));
        var settings = SettingCatalog.Complete(SettingCatalog.For(flow, from.Spec, to.Spec), integration.Settings);
        LeaseKeeper? keeper = null;
        // A source may be told what became of its records, which is a write as well.
        var reader = connections.Open(from, source, settings, call => keeper?.Cover(call), TellAsync);
        await using var readerEnd = reader.ConfigureAwait(false);
        var writer = connections.Open(to, destination, settings, call => keeper?.Cover(call), TellAsync);
        await using var writerEnd = writer.ConfigureAwait(false);
        var scope = new RunScope
        {
            Integration = integration, Request = request, Trigger = trigger, SourceSpec = from.Spec, DestinationSpec = to.Spec, Settings = settings,
            SourceCredential = source.Name, DestinationCredential = destination.Name,
            SourceAccount = await AccountAsync(source, reader, cancellationToken).ConfigureAwait(false),
            DestinationAccount = await AccountAsync(destination, writer, cancellationToken).ConfigureAwait(false),
            KnownKeys = number => [.. store.Protocol.Records(new RecordQuery(number, integration.Name)).Select(record => record.SourceKey).Distinct()],
            RouteId = 0, Peers = [], Store = store.Runs, StoreRestoredAt = store.RestoredAt, Hash = store.Hash, Redactor = redactor, Time = time, Emit = emit,
        };
        scope = scope with
        {
            RouteId = store.Integrations.RouteId(integration.Type, scope.SourceAccount, scope.DestinationAccount),
            Peers = store.Integrations.OfRoute(integration.Id),
        };
        if (request.Preview)
        {
            await flow.Accept(new RunStarter(scope, reader, writer, null, cancellationToken)).ConfigureAwait(false);
            return;
        }

        var grace = from.Spec.LongestCall > to.Spec.LongestCall ? from.Spec.LongestCall : to.Spec.LongestCall;
        var holder = $"{integration.Name} ({host})";
        var answer = store.Runs.Leases.TryTake(scope.RouteId, holder, LeaseKeeper.Duration, grace);
        if (answer.Lease is null)
        {
            var message = $"\"{integration.Name}\" did not run: {answer.HeldBy} holds the route until {answer.HeldUntil:HH:mm:ss} UTC, unless it ends before.";
            await emit(new RunSkipped(integration.Name, time.GetUtcNow(), "Held", message)).ConfigureAwait(false);
            return;
        }

        keeper = new LeaseKeeper(store.Runs.Leases, answer.Lease, time);
        await using var keeperEnd = keeper.ConfigureAwait(false);
        // Another process may have run it between our list and our lease: cursor, due time and last start are read again.
        var now = store.Integrations.Find(integration.Name) ?? integration;
        if (request.Due && now.NextDueAt > time.GetUtcNow()) return;
        if (new ReadFirst(store.Integrations).WaitsFor(flow, now, settings) is { } waits)
        {
            await WaitAsync(now, request, $"\"{now.Name}\" did not run: it {waits}.", emit).ConfigureAwait(false);
            return;
        }

        scope = scope with { Integration = now };
        MoveOn(now, request);
        await scope.DetailAsync($"Has the lease of the route until {answer.Lease.Until:HH:mm:ss} UTC, and renews it.").ConfigureAwait(false);
        await flow.Accept(new RunStarter(scope, reader, writer, keeper, cancellationToken)).ConfigureAwait(false);

        ValueTask TellAsync(RequestMade made) => emit(made with { Integration = integration.Name });
    }

    private async Task<string> AccountAsync(StoredCredential credential, IConnector connector, CancellationToken cancellationToken)
    {
        if (credential.Account is { } known) return known;
        var check = await connector.CheckAsync(CheckRequest.Credential, cancellationToken).ConfigureAwait(false);
        if (check.Failure is not null) throw new FailureException(check.Failure.By(credential.Name));
        store.Credentials.SetAccount(credential.Id, check.Account);
        return check.Account;
    }

    private async Task FailAsync(
        StoredIntegration integration, StartRequest request, string trigger, Failure failure, Func<RunEvent, ValueTask> emit)
    {
        var now = time.GetUtcNow();
        failure = failure with { Message = redactor.Clean(failure.Message) };
        if (!request.Preview)
        {
            // Also a run that could not begin counts as started: a wrong password must not be tried every minute by a schedule of every ten.
            MoveOn(integration, request);
            HoldUp(integration, request);
            store.Runs.Log(LogLevel.Error, null, integration.Id, failure.Code, failure.Message);
        }

        await emit(new RunFinished(integration.Name, now, new IntegrationRun
        {
            Id = 0, Integration = integration.Name, Type = integration.Type, Status = RunStatus.Failed, Trigger = trigger,
            StartedAt = now, EndedAt = now, Error = failure,
        })).ConfigureAwait(false);
    }

    // Told in the log too: with nobody watching, this is where somebody will ask why nothing came.
    private async Task WaitAsync(StoredIntegration integration, StartRequest request, string message, Func<RunEvent, ValueTask> emit)
    {
        var now = time.GetUtcNow();
        if (request.Records.Count == 0) store.Integrations.SetSchedule(integration.Id, null, Timetable.AfterStart(integration, now));
        HoldUp(integration, request);
        store.Runs.Log(LogLevel.Warning, null, integration.Id, "ReadFirst", message);
        await emit(new RunSkipped(integration.Name, now, "ReadFirst", message)).ConfigureAwait(false);
    }

    // Its next time moves on all the same, so that only this tells that nothing has run.
    private void HoldUp(StoredIntegration integration, StartRequest request)
    {
        if (request.Records.Count == 0) store.Integrations.HoldUp(integration.Id);
    }

    // A run of single records is no run of the schedule.
    private void MoveOn(StoredIntegration integration, StartRequest request)
    {
        if (request.Records.Count > 0) return;
        var now = time.GetUtcNow();
        store.Integrations.SetSchedule(integration.Id, now, Timetable.AfterStart(integration, now));
    }
}
