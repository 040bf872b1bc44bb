using PulpoSync.Torture.Mutations.Cases;
using PulpoSync.Torture.Mutations.Recording;

namespace PulpoSync.Torture.Mutations;

/// <summary>What there is to be spoilt, and which case spoils what.</summary>
/// <param name="Cases">By the last digits of a case's number.</param>
/// <param name="Remark">What was left out.</param>
internal sealed record Material(IReadOnlyList<(int Every, ICases Cases)> Cases, string Remark) : IAsyncDisposable
{
    /// <summary>Lives through the recorded days, and reads the captured answers where they are there.</summary>
    public static async Task<Material> GatherAsync(TortureOptions options, CancellationToken cancellationToken)
    {
        var scenes = await Traffic.RecordAsync(options.Seed, cancellationToken).ConfigureAwait(false);
        options.Say($"{scenes.Count} calls recorded");
        var traffic = new AnswerCases("traffic", scenes);
        return new Material([(1, traffic)], "");
    }

    /// <summary>The cases that a number belongs to.</summary>
    public ICases Of(int number) => Cases.First(one => number % one.Every == one.Every - 1).Cases;

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, cases) in Cases)
        {
            if (cases is IAsyncDisposable one) await one.DisposeAsync().ConfigureAwait(false);
        }
    }
}
