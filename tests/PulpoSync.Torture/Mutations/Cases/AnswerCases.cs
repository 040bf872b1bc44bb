using PulpoSync.Engine.Contracts;
using PulpoSync.Torture.Mutations.Reading;
using PulpoSync.Torture.Mutations.Recording;
using PulpoSync.Torture.Secrets;

namespace PulpoSync.Torture.Mutations.Cases;

/// <summary>Calls of connectors, one of whose answers is spoilt.</summary>
internal sealed class AnswerCases : ICases
{
    public const string AsEver = "as if nothing had been";
    public const string OtherContent = "taken as it stands";
    public const string RunRefused = "run refused";
    public const string Unknown = "outcome unknown";

    // People of the recorded worlds, as Canaries are those of the mutations.
    private static readonly string[] People = ["Musterweg", "Neue Straße", "@example.test", "Ada Example", "Ada Beispiel"];

    private readonly IReadOnlyList<IReadOnlyList<Scene>> _scenes;
    private readonly IReadOnlyList<Mutation> _mutations;
    private readonly Dictionary<Scene, (IReadOnlyList<string> Operations, string Digest)> _clean = new(ReferenceEqualityComparer.Instance);

    /// <param name="name">Name, for the table.</param>
    /// <param name="scenes">Calls; of each kind the same number of cases is made.</param>
    /// <param name="mutations">What may be done to their answers.</param>
    public AnswerCases(string name, IEnumerable<Scene> scenes, IReadOnlyList<Mutation> mutations)
    {
        (Name, _mutations) = (name, mutations);
        _scenes = [.. scenes.GroupBy(scene => scene.Name, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => group.ToList())];
    }

    public string Name { get; }

    public async Task<CaseResult> RunAsync(Random random, CancellationToken cancellationToken)
    {
        var kind = _scenes[random.Next(_scenes.Count)];
        var scene = kind[random.Next(kind.Count)];
        var (operations, digest) = await CleanAsync(scene, cancellationToken).ConfigureAwait(false);
        if (operations.Count == 0) return new CaseResult(scene.Name, AsEver);
        var names = operations.Distinct(StringComparer.Ordinal).ToList();
        var operation = names[random.Next(names.Count)];
        var hits = Enumerable.Range(1, operations.Count).Where(at => operations[at - 1] == operation).ToList();
        var mutations = Mutation.Draw(_mutations, random);
        var seed = random.Next();
        var player = new Player(scene.Book, hits[random.Next(hits.Count)], random.Next(2) == 0, answer => Spoilt(answer, mutations, seed));
        var what = $"{scene.Name}, {operation}: {string.Join(", ", mutations.Select(mutation => mutation.Name))}";
        try
        {
            var played = await scene.PlayAsync(player, cancellationToken).ConfigureAwait(false);
            var finding = played.Wrong ?? Told(played.Failures, scene) ?? OrderReading.Misread(scene.System.Spec.Name, player.Given, player.Kept, played);
            return new CaseResult(what, played.Digest == digest ? AsEver : played.Outcome == Played.Read ? OtherContent : played.Outcome, finding ?? Circle(player));
        }
        catch (FailureException e)
        {
            return new CaseResult(what, e.OutcomeUnknown ? Unknown : RunRefused, Told(e.ToString(), scene) ?? Circle(player));
        }
    }

    /// <summary>An answer after some mutations; the same for the same seed.</summary>
    public static Answer Spoilt(Answer answer, IReadOnlyList<Mutation> mutations, int seed)
    {
        // Asked again, the vendor gives the same again.
        var random = new Random(seed);
        return mutations.Aggregate(answer, (spoilt, mutation) => mutation.Apply(spoilt, random));
    }

    private async Task<(IReadOnlyList<string> Operations, string Digest)> CleanAsync(Scene scene, CancellationToken cancellationToken)
    {
        if (_clean.TryGetValue(scene, out var known)) return known;
        var player = new Player(scene.Book);
        string digest;
        try
        {
            digest = (await scene.PlayAsync(player, cancellationToken).ConfigureAwait(false)).Digest;
        }
        catch (FailureException e)
        {
            digest = e.Message;
        }

        return _clean[scene] = ([.. player.Requests.Select(asked => asked.Operation)], digest);
    }

    private static string? Circle(Player player) => player.Requests.Count > Player.Most ? $"asked {Player.Most} times and would go on" : null;

    private static string? Told(IEnumerable<Failure> failures, Scene scene) => failures.Select(failure => Told(failure.ToString(), scene)).FirstOrDefault(told => told is not null);

    private static string? Told(string text, Scene scene) =>
        Canaries.In(text, scene.Secrets.Concat(People)).FirstOrDefault() is { } canary ? $"tells {canary}: {text}" : null;
}
