namespace PulpoSync.Benchmarks.Processes;

/// <summary>What a process used from its start to its end.</summary>
/// <param name="Wall">Time by the clock.</param>
/// <param name="Processor">Time on all processors together.</param>
/// <param name="PeakBytes">Greatest resident memory.</param>
internal sealed record Usage(TimeSpan Wall, TimeSpan Processor, long PeakBytes);
