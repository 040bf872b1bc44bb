using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Tests.Runs;

/// <summary>A shop that wants to know what became of its orders.</summary>
internal sealed class TellingShop : FakeShop, IAcknowledge<Order>
{
    /// <summary>What it was told, such as <c>1001 Done 7</c> or <c>1002 UnknownSku</c>.</summary>
    public List<string> Told { get; } = [];
    /// <summary>Happens when it is called, before it listens.</summary>
    public Action<Order> Before { get; set; } = _ => { };
    /// <summary>Happens when it has listened.</summary>
    public Action<Order> After { get; set; } = _ => { };

    public Task AcknowledgeAsync(Order record, RecordRef reference, WriteResult result, CancellationToken cancellationToken)
    {
        Before(record);
        Told.Add($"{reference.Number} {(result.Status is WriteStatus.Done ? $"Done {result.Id}" : result.Failure!.Code)}");
        After(record);
        return Task.CompletedTask;
    }
}
