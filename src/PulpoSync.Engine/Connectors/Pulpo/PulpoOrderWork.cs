using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Pulpo;

/// <summary>One item of a batch on its way.</summary>
internal sealed class PulpoOrderWork(Write<Order> write)
{
    private WriteResult? _result;

    public RecordRef Ref => write.Ref;
    public Order Order => write.Record;
    public WriteOperation Operation => write.Operation;

    /// <summary>What to send; null for what only cancels, and for what cannot be sent.</summary>
    public PulpoOrderBody? Body { get; set; }

    /// <summary>Texts that had to be cut.</summary>
    public IReadOnlyList<string>? Cut { get; private set; }

    /// <summary>How it ended; null while it is open.</summary>
    public WriteResult? Result
    {
        get => _result;
        set => _result = value is { Status: WriteStatus.Done } && Cut is { Count: > 0 }
            ? value with { Warning = $"shortened to {PulpoAssumptions.SafeTextLength} characters, because PULPO takes no more: {string.Join(", ", Cut)}." }
            : value;
    }

    /// <summary>Cuts its texts; false where there is nothing (more) to cut.</summary>
    public bool TryShorten()
    {
        if (Cut is not null) return false;
        (Body, Cut) = PulpoText.Shorten(Body!);
        return Cut.Count > 0;
    }

    public void Refuse(FailureKind kind, string code, string message) => Result = WriteResult.Refused(new Failure(kind, code, message));
}
