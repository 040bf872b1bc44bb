using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Tests.Runs;

/// <summary>Makes labels in memory: as many as it is asked for, which is the point. Faults on demand.</summary>
internal sealed class FakeCarrier : IConnector, IDestination<PackedBox>
{
    private int _last;

    /// <summary>Labels that were made, by box.</summary>
    public List<(string Box, string Label)> Made { get; } = [];
    /// <summary>What happens to a call: null, <c>refuse</c>, <c>lose before</c>, <c>lose after</c>, <c>die before</c>, <c>die after</c>.</summary>
    public Func<string?> Fault { get; set; } = () => null;
    /// <summary>Whether it can tell what became of a box.</summary>
    public Func<bool> CanTell { get; set; } = () => true;

    public Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellationToken) => Task.FromResult(new CheckResult { Account = "pulpo:acme" });

    public Task<IReadOnlyList<Failure>> ValidateSettingsAsync(CheckRequest request, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Failure>>([]);

    public ISource<TRecord>? Source<TRecord>() => null;

    public IDestination<TRecord>? Destination<TRecord>() => this as IDestination<TRecord>;

    public Task<IReadOnlyList<Found>> FindAsync(IReadOnlyList<RecordRef> references, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Found>>([.. references.Select(Find)]);

    public Task<IReadOnlyList<WriteResult>> WriteAsync(IReadOnlyList<Write<PackedBox>> batch, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<WriteResult>>([.. batch.Select(One)]);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Found Find(RecordRef reference) => !CanTell() ? Found.Unclear(new Failure(FailureKind.Data, ReasonCodes.LabelUnclear, "Look at the carrier's."))
        : Made.Find(label => label.Box == reference.SourceKey).Label is { } label ? new Found(FoundKind.Ours, label) : Found.Nothing;

    private WriteResult One(Write<PackedBox> write)
    {
        var fault = Fault();
        if (fault is "die before") throw new InvalidOperationException();
        if (fault is "refuse") return WriteResult.Refused(new Failure(FailureKind.Data, "LabelRefused", "The address is no address."));
        var lost = WriteResult.Unknown(new Failure(FailureKind.Transient, "Timeout", "No answer."));
        if (fault is "lose before") return lost;
        Made.Add((write.Ref.SourceKey, $"T-{++_last}"));
        if (fault is "die after") throw new InvalidOperationException();
        return fault is "lose after" ? lost : WriteResult.Done($"T-{_last}");
    }
}
