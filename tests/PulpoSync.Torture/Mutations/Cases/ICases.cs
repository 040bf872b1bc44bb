namespace PulpoSync.Torture.Mutations.Cases;

/// <summary>Cases of one kind, each of which is told by its random numbers alone.</summary>
internal interface ICases
{
    /// <summary>Name, for the table.</summary>
    string Name { get; }

    /// <summary>Carries one out.</summary>
    Task<CaseResult> RunAsync(Random random, CancellationToken cancellationToken);
}
