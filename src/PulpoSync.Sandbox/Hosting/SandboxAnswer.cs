namespace PulpoSync.Sandbox;

/// <summary>A vendor's answer before it is sent. JSON unless a header says otherwise.</summary>
internal sealed record SandboxAnswer(int Status, ReadOnlyMemory<byte> Body, IReadOnlyDictionary<string, string>? Headers = null);
