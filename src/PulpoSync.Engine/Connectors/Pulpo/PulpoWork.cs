using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Pulpo;

/// <summary>One item of a batch on its way.</summary>
internal abstract class PulpoWork(RecordRef reference)
{
    private WriteResult? _result;

    public RecordRef Ref => reference;

    /// <summary>Texts that had to be cut.</summary>
    public IReadOnlyList<string>? Cut { get; protected set; }

    /// <summary>How it ended; null while it is open.</summary>
    public WriteResult? Result
    {
        get => _result;
        set => _result = value is { Status: WriteStatus.Done } && Cut is { Count: > 0 }
            ? value with { Warning = $"shortened to {PulpoAssumptions.SafeTextLength} characters, because PULPO takes no more: {string.Join(", ", Cut)}." }
            : value;
    }

    public void Refuse(FailureKind kind, string code, string message) => Result = WriteResult.Refused(new Failure(kind, code, message));

    /// <summary>Sends those of a batch that are open and fit. Where the call as a whole fails after something was sent already, its items are of unknown outcome.</summary>
    public static async Task SendAsync<TWork>(IReadOnlyList<TWork> works, Func<TWork, bool> fits, Func<IReadOnlyList<TWork>, CancellationToken, Task> send)
        where TWork : PulpoWork
    {
        var open = works.Where(work => work.Result is null && fits(work)).ToList();
        if (open.Count == 0) return;
        try
        {
            await send(open, CancellationToken.None).ConfigureAwait(false);
        }
        catch (FailureException e) when (works.Any(work => work.Result is { Status: not WriteStatus.Refused }))
        {
            // Something was executed already: its results must not be lost with the call that failed.
            foreach (var work in open) work.Result ??= WriteResult.Unknown(e.Failure);
        }
    }

    /// <summary>Settles one item; a call that fails leaves it with an unknown outcome.</summary>
    public async Task GuardAsync(Func<Task> settle)
    {
        try
        {
            await settle().ConfigureAwait(false);
        }
        catch (FailureException e)
        {
            Result = WriteResult.Unknown(e.Failure);
        }
    }
}
