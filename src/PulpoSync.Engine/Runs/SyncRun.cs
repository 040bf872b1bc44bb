using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Flows;

namespace PulpoSync.Engine.Runs;

/// <summary>
/// One run of one integration, as a story: check, settle what an earlier run left open, look again at what waits, then page by page to the end of what
/// is new. Under a kill at any point no record is lost, none is made twice, and the cursor never passes a record without a durable trace.
/// </summary>
internal sealed class SyncRun<TRecord>(RunScope scope, IConnector source, IConnector destination, FlowDefinition<TRecord> definition)
{
    private const int ChosenSize = 50;

    private readonly Tally _tally = new();
    private CancellationToken _stop;
    private bool _isComplete;
    private Func<bool> _isLost = () => false;

    /// <summary>Runs. A failure is no exception but the status of the run that is given back.</summary>
    /// <param name="lease">Lease of the route; null for a preview.</param>
    /// <param name="cancellationToken">Stops at a page boundary.</param>
    public async Task<IntegrationRun> ExecuteAsync(LeaseKeeper? lease, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease?.Lost ?? CancellationToken.None);
        if (scope.Request.MaxDuration is { } limit) stop.CancelAfter(limit);
        _stop = stop.Token;
        if (lease is not null) _isLost = () => lease.Lost.IsCancellationRequested;
        var startedAt = scope.Now;
        var runId = lease is null ? 0 : scope.Store.StartRun(scope.OwnerId, lease.Current, scope.Trigger);
        var asked = lease is null ? null : new StopSignal(scope.Store, runId, scope.Time, stop.Cancel);
        await scope.Emit(new RunStarted(scope.Name, startedAt, runId, scope.Integration.Type, scope.Trigger)).ConfigureAwait(false);
        var (status, failure) = await GuardAsync(() => TellTheStoryAsync(lease, runId)).ConfigureAwait(false);
        if (asked is not null) await asked.DisposeAsync().ConfigureAwait(false);
        if (lease is not null && !scope.Store.FinishRun(runId, status, _tally.Counts, failure, _isComplete)) (status, failure) = (RunStatus.Failed, LeaseLostException.Failure);
        if (failure?.Code == LeaseLostException.Failure.Code) scope.Store.Log(LogLevel.Error, runId, scope.OwnerId, failure.Code, failure.Message);
        var run = new IntegrationRun
        {
            Id = runId, Integration = scope.Name, Type = scope.Integration.Type, Status = status, Trigger = scope.Trigger,
            StartedAt = startedAt, EndedAt = scope.Now, Counts = _tally.Counts, Error = failure,
        };
        await scope.Emit(new RunFinished(scope.Name, scope.Now, run)).ConfigureAwait(false);
        return run;
    }

    private async Task TellTheStoryAsync(LeaseKeeper? lease, long runId)
    {
        var (from, to) = await new RunCheck(scope, runId).CheckAsync(source, destination, _stop).ConfigureAwait(false);
        var flow = definition.Make(new FlowContext
        {
            Integration = scope.Integration, Settings = scope.Settings, Source = from, Destination = to, Hash = scope.Hash, Now = scope.Now,
            Recreate = scope.Request.Recreate,
            OwnMarks = scope.Store.Marks(scope.SourceAccount),
            Told = numbers => scope.Store.RowsOfNumbers(IntegrationType.GenerateShipments, scope.DestinationAccount, scope.SourceAccount, numbers),
            Outstanding = definition.ReadFirst.Count == 0
                ? OutstandingGoods.None
                : new OutstandingGoods(scope.Store.Outstanding(definition.ReadFirst, scope.DestinationAccount, scope.SourceAccount)),
        });
        if (lease is not null && flow.Marks.Count > 0) scope.Store.AddMarks(scope.DestinationAccount, flow.Marks);
        var records = source.Source<TRecord>()!;
        var target = destination.Destination<TRecord>()!;
        var acknowledgement = lease is not null && records is IAcknowledge<TRecord> told ? new Acknowledgement<TRecord>(scope, told, lease, runId, _tally) : null;
        await scope.DetailAsync($"Reads {scope.SourceAccount}, writes to {scope.DestinationAccount}; both let us in.").ConfigureAwait(false);
        if (lease is not null) await new Recovery<TRecord>(scope, target, acknowledgement is not null, lease, runId, _tally).SettleAsync(_stop).ConfigureAwait(false);
        var page = new PageProcessor<TRecord>(scope, flow, target, acknowledgement, lease, runId, _tally);
        await page.TellAsync(flow.Notices).ConfigureAwait(false);
        if (scope.Request.Records.Count > 0)
        {
            await ChosenAsync(records, page).ConfigureAwait(false);
            return;
        }

        await scope.DetailAsync("Looks again at what was left open.").ConfigureAwait(false);
        var again = new Revisits<TRecord>(scope, records, flow, page);
        await again.LeftOpenAsync(_stop).ConfigureAwait(false);
        await again.UnsteadyAsync(_stop).ConfigureAwait(false);
        if (lease is not null && target is IWatch watch) await again.ChangedThereAsync(watch, _stop).ConfigureAwait(false);
        var pages = new PagesUnderWay<TRecord>(page, flow.KeyOf, target.BatchesAtOnce);
        await using var pagesEnd = pages.ConfigureAwait(false);
        await NewAsync(records, flow, pages, again).ConfigureAwait(false);
    }

    private async Task ChosenAsync(ISource<TRecord> records, PageProcessor<TRecord> page)
    {
        var keys = new List<string>();
        foreach (var text in scope.Request.Records)
        {
            var found = await records.FindKeysAsync(text, _stop).ConfigureAwait(false);
            // A number that only we have given (the second of a split) is known to the ledger, not to the shop.
            if (found.Count == 0) found = scope.KnownKeys(text);
            if (found.Count == 0)
            {
                throw new FailureException(new Failure(FailureKind.NotFound, ErrorIds.RecordNotFound, $"The source has no record \"{text}\"."));
            }

            keys.AddRange(found);
        }

        foreach (var chunk in keys.Distinct(StringComparer.Ordinal).Chunk(ChosenSize))
        {
            _stop.ThrowIfCancellationRequested();
            var found = await records.ReadManyAsync(chunk, _stop).ConfigureAwait(false);
            await page.ProcessAsync(found.Records, found.Unreadable, null).ConfigureAwait(false);
        }
    }

    private async Task NewAsync(ISource<TRecord> records, IFlow<TRecord> flow, PagesUnderWay<TRecord> pages, Revisits<TRecord> again)
    {
        var since = scope.Request.Since ?? (scope.Integration.Daily is { } daily ? scope.Now - TimeSpan.FromDays(daily.LookbackDays) : null);
        var request = new ReadRequest
        {
            Cursor = since is null && !scope.Request.Full ? scope.Integration.Cursor : null,
            Since = since,
            StartFrom = scope.Settings.Moment("StartFrom") ?? scope.Integration.CreatedAt,
            Counterpart = scope.DestinationAccount,
            Places = flow.Places,
            Fingerprint = flow.Fingerprint,
        };
        await scope.DetailAsync(request switch
        {
            { Since: { } moment } => $"Reads what has changed since {moment:yyyy-MM-dd HH:mm:ss} UTC.",
            { Cursor: { } cursor } => $"Reads on from {cursor}.",
            _ => "Reads the source from its start.",
        }).ConfigureAwait(false);
        await foreach (var batch in records.ReadAsync(request, _stop).OneAhead().ConfigureAwait(false))
        {
            // A look-back reads the past on purpose: it never moves the cursor.
            var fresh = batch.Records.Where(record => !again.HasSeen(record)).ToList();
            await pages.AddAsync(fresh, batch, since is null ? batch.NextCursor : null, scope.Request.Full).ConfigureAwait(false);
            if (_stop.IsCancellationRequested) break;
        }

        await pages.EndAsync().ConfigureAwait(false);
        _stop.ThrowIfCancellationRequested();
        _isComplete = since is null;
    }

    private async Task<(RunStatus Status, Failure? Failure)> GuardAsync(Func<Task> story)
    {
        try
        {
            await story().ConfigureAwait(false);
            return (_tally.Status, _tally.Status is RunStatus.Failed ? AllFailed : null);
        }
        catch (FailureException failed)
        {
            return (RunStatus.Failed, scope.Clean(failed.Failure));
        }
        catch (LeaseLostException)
        {
            return (RunStatus.Failed, LeaseLostException.Failure);
        }
        catch (PulpoSyncException error)
        {
            return (RunStatus.Failed, scope.Clean(new Failure(FailureKind.Configuration, error.ErrorId, error.Message)));
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return _isLost() ? (RunStatus.Failed, LeaseLostException.Failure) : (RunStatus.Stopped, null);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // Where it happened is for the verbose stream of whoever looks into it, and is kept nowhere.
            await scope.Emit(new RunFault(scope.Name, scope.Now, scope.Redactor.Clean(fault.ToString()))).ConfigureAwait(false);
            return (RunStatus.Failed, Unforeseen.Failure(fault));
        }
    }

    private static Failure AllFailed { get; } = new(
        FailureKind.Data, "EveryRecordFailed", "Every record that was tried failed; see Get-IntegrationLog, or Get-IntegrationRecord -State Parked.");
}
