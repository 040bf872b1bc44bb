namespace PulpoSync.Tests.Torture;

/// <summary>Tests that measure what the whole process takes, such as its memory: what other tests take at the same time must not count as theirs.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
