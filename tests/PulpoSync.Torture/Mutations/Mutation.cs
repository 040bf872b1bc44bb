using PulpoSync.Torture.Mutations.Recording;

namespace PulpoSync.Torture.Mutations;

/// <summary>One way to spoil an answer.</summary>
/// <param name="Name">For people.</param>
/// <param name="Apply">Spoils it at a place by chance; what it does not concern is left alone.</param>
internal sealed record Mutation(string Name, Func<Answer, Random, Answer> Apply)
{
    /// <summary>All there are, by what they touch.</summary>
    public static IReadOnlyList<Mutation> All { get; } = [.. JsonMutations.All, .. JsonMutations.All, .. ByteMutations.All, .. HeaderMutations.All];

    /// <summary>Draws one to four of some; one is the most likely.</summary>
    public static IReadOnlyList<Mutation> Draw(IReadOnlyList<Mutation> all, Random random) =>
        [.. Enumerable.Range(0, 1 + random.Next(random.Next(1, 5))).Select(_ => all[random.Next(all.Count)])];
}
