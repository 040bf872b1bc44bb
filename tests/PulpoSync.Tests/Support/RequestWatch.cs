using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace PulpoSync.Tests.Support;

/// <summary>
/// Sees every host that the code which made it, and whatever that starts, asks for or sends to, however the request is made.
/// Other tests run at the same time in this process: what they send is not told.
/// </summary>
internal sealed class RequestWatch : EventListener
{
    // Events are written on the flow of whoever sends or looks up.
    private readonly AsyncLocal<bool> _mine = new();

    public RequestWatch() => _mine.Value = true;

    // The base class reports sources from its own constructor on.
    private ConcurrentBag<string> Seen => field ??= [];

    /// <summary>Hosts that requests were sent to or names that were looked up.</summary>
    public IReadOnlyCollection<string> Hosts => Seen;

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name is "System.Net.Http" or "System.Net.NameResolution") EnableEvents(eventSource, EventLevel.Informational);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (!_mine.Value || eventData.EventName is not ("RequestStart" or "ResolutionStart")) return;
        var at = eventData.PayloadNames!.IndexOf(eventData.EventName == "RequestStart" ? "host" : "hostNameOrAddress");
        Seen.Add((string)eventData.Payload![at]!);
    }
}
