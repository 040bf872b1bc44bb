namespace PulpoSync.Sandbox.Billbee;

/// <summary>An answer of Billbee's.</summary>
internal readonly record struct BillbeeAnswer(int Status, ReadOnlyMemory<byte> Body, IReadOnlyDictionary<string, string>? Headers = null);
