namespace PulpoSync.Sandbox.Pulpo;

/// <summary>An answer of PULPO's.</summary>
internal readonly record struct PulpoAnswer(int Status, ReadOnlyMemory<byte> Body)
{
    public static PulpoAnswer Of<T>(int status, T value) => new(status, PulpoJson.Write(value));

    public static PulpoAnswer Empty(int status) => new(status, default);

    public static PulpoAnswer Message(int status, string message) => Of(status, ErrorBody.OfMessage(message));
}
