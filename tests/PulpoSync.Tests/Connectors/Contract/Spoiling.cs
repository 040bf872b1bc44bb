using PulpoSync.Torture.Mutations;
using System.Text;
using PulpoSync.Engine.Contracts;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Connectors.Contract;

/// <summary>One way in which a vendor's answer is not what it should be.</summary>
/// <param name="Name">For people.</param>
/// <param name="IsEvident">True where no reader can take it for an answer: then nothing may be missing without a failure.</param>
/// <param name="Make">The fault for an operation.</param>
internal sealed record Spoiling(string Name, bool IsEvident, Func<Spoiling.Target, Fault> Make)
{
    private const int Deepest = 7;

    /// <summary>What is hit.</summary>
    /// <param name="System">System in the sandbox.</param>
    /// <param name="Operation">Operation.</param>
    /// <param name="Nth">First request to hit.</param>
    /// <param name="Count">How many; 0: all.</param>
    public sealed record Target(string System, string Operation, int Nth = 1, int Count = 0);

    /// <summary>Where in the JSON it spoils; 0: anywhere.</summary>
    public int Depth { get; private init; }

    /// <summary>Kinds of failure that the answer may be taken for; empty: any.</summary>
    public IReadOnlyList<FailureKind> Kinds { get; init; } = [];

    /// <summary>Answers that are refusals, or no answers at all.</summary>
    public static IReadOnlyList<Spoiling> Whole { get; } =
    [
        Status(500, FailureKind.Transient), Status(503, FailureKind.Transient), Status(429, FailureKind.RateLimited),
        Status(401, FailureKind.Authentication, FailureKind.Authorization), Status(403, FailureKind.Authorization, FailureKind.Authentication),
        Of("429 for an hour", FaultKind.Status, 429, retryAfter: 3600) with { Kinds = [FailureKind.RateLimited] },
        Of("a web page", FaultKind.Html, 200) with { Kinds = [FailureKind.Transient, FailureKind.Protocol] },
        Of("an empty answer", FaultKind.EmptyBody, 200) with { Kinds = [FailureKind.Protocol, FailureKind.Transient] },
        Of("a redirect", FaultKind.Redirect, 302) with { Kinds = [FailureKind.Protocol] },
        Of("half an answer", FaultKind.CutBody, 200) with { Kinds = [FailureKind.Transient] },
        Body("cut JSON", body => body[..(body.Length * 2 / 3)]),
        Body("text", _ => Encoding.UTF8.GetBytes(Canaries.Html)),
        Body("a list in place of an object", body => Encoding.UTF8.GetBytes($"[\"{Canaries.Name}\",null]")),
        Body("an object in place of what was asked for", _ => Encoding.UTF8.GetBytes($"{{\"name\":\"{Canaries.Name}\"}}")),
        Body("null", _ => "null"u8.ToArray()),
        Body("a text in place of an object", _ => Encoding.UTF8.GetBytes($"\"{Canaries.Name}\"")),
        Body("a number", _ => "1e400"u8.ToArray()),
    ];

    /// <summary>Answers whose JSON is wrong at some place.</summary>
    /// <param name="envelope">Depth down to which anything but the right kind is evident.</param>
    public static IReadOnlyList<Spoiling> Json(int envelope) =>
    [
        .. from depth in Enumerable.Range(1, Deepest)
           from change in JsonSpoiler.Changes
           let isContainer = change.Name.Contains("lists", StringComparison.Ordinal)
           select Body($"{change.Name} at depth {depth}", body => JsonSpoiler.At(body, depth, change.Change)) with
           {
               Depth = depth, IsEvident = depth <= envelope && isContainer, Kinds = [],
           },
        Body("halves of emoji", JsonSpoiler.HalfEmoji) with { IsEvident = false, Kinds = [] },
        Body("bytes that are no UTF-8", JsonSpoiler.BrokenUtf8) with { IsEvident = false, Kinds = [] },
    ];

    /// <summary>One odd value at a place that the seed chooses.</summary>
    public static Spoiling AtRandom(int seed)
    {
        var random = new Random(seed);
        return Body($"seed {seed}", body => JsonSpoiler.Anywhere(body, random)) with { IsEvident = false, Kinds = [] };
    }

    /// <summary>A refusal of the content, with personal data in its text.</summary>
    public static Spoiling Refusal(int status) => Of($"{status} with personal data", FaultKind.Status, status, Canaries.Refusal) with { IsEvident = false };

    private static Spoiling Status(int status, params FailureKind[] kinds) => Of($"{status}", FaultKind.Status, status, Canaries.Refusal) with { Kinds = kinds };

    private static Spoiling Of(string name, FaultKind kind, int status, string? body = null, double? retryAfter = null) => new(
        name, true,
        target => new Fault
        {
            Kind = kind, System = target.System, Operation = target.Operation, Nth = target.Nth, Count = target.Count, Status = status, Body = body,
            RetryAfter = retryAfter,
        });

    private static Spoiling Body(string name, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> spoil) => new(
        name, true,
        target => new Fault
        {
            Kind = FaultKind.Spoilt, System = target.System, Operation = target.Operation, Nth = target.Nth, Count = target.Count, Spoil = spoil,
        })
    {
        Kinds = [FailureKind.Protocol, FailureKind.Transient],
    };
}
