using PulpoSync.Torture.Mutations.Cases;
using PulpoSync.Torture.Mutations.Recording;

namespace PulpoSync.Torture.Mutations;

/// <summary>What there is to be spoilt, and which case spoils what.</summary>
/// <param name="Cases">Cases, and that every so-manieth case is one of them, unless an earlier one of the list has it.</param>
/// <param name="Remark">What was left out.</param>
internal sealed record Material(IReadOnlyList<(int Every, ICases Cases)> Cases, string Remark) : IAsyncDisposable
{
    /// <summary>Lives through the recorded days, and reads the captured answers where they are there.</summary>
    public static async Task<Material> GatherAsync(TortureOptions options, CancellationToken cancellationToken)
    {
        var scenes = await Traffic.RecordAsync(options.Seed, cancellationToken).ConfigureAwait(false);
        options.Say($"{scenes.Count} calls recorded");
        List<(int, ICases)> cases = [(1000, new RunCases()), (25, new ImportCases()), (24, new RowCases()), (23, new SettingCases())];
        if (Captured.IsThere)
        {
            var captured = Captured.Scenes(scenes.First(scene => scene.Name == "Shopify read Order"));
            cases.Add((10, new AnswerCases("captured answers", captured, [.. Mutation.All, Captured.Another()])));
        }

        cases.Add((1, new AnswerCases("traffic", scenes, Mutation.All)));
        return new Material(cases, Captured.IsThere ? "" : $"; no captured answers at {Samples.Folder}, recorded traffic only");
    }

    /// <summary>The cases that a number belongs to.</summary>
    public ICases Of(int number) => Cases.First(one => number % one.Every == 0).Cases;

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, cases) in Cases)
        {
            if (cases is IAsyncDisposable world) await world.DisposeAsync().ConfigureAwait(false);
            else (cases as IDisposable)?.Dispose();
        }
    }
}
