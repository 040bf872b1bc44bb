using System.Diagnostics;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Tests.Connectors.Contract;

/// <summary>What a connector did wrong under many spoilt answers, told together: the first alone would hide the others.</summary>
internal sealed class Complaints(SystemWorld world)
{
    private readonly List<string> _all = [];

    /// <summary>Notes one.</summary>
    public void Add(string text) => _all.Add(text);

    /// <summary>Judges how a call ended under a spoilt answer.</summary>
    /// <param name="spoiling">How it was spoilt.</param>
    /// <param name="operation">Which call.</param>
    /// <param name="exception">What was thrown.</param>
    public void Judge(Spoiling spoiling, string operation, Exception exception)
    {
        if (exception is not FailureException e)
        {
            Add($"{spoiling.Name} of {operation}: {exception.GetType().Name} {exception.Message} at {Place(exception)}");
            return;
        }

        Judge(spoiling, operation, e.Failure);
        Tell(spoiling, operation, Canaries.In(e, world.Secrets), e.Failure);
    }

    /// <inheritdoc cref="Judge(Spoiling, string, Exception)"/>
    public void Judge(Spoiling spoiling, string operation, Failure failure)
    {
        // A login that is refused for its number is a ban, which no waiting helps.
        var isBan = operation == world.LoginOperation && failure.Kind is FailureKind.Authorization;
        if (spoiling.Kinds.Count > 0 && !spoiling.Kinds.Contains(failure.Kind) && !isBan) Add($"{spoiling.Name} of {operation} is {failure.Kind}: {failure}");
        Tell(spoiling, operation, Canaries.In(failure, world.Secrets), failure);
    }

    /// <summary>Fails the test where there is any.</summary>
    public void AssertNone() => Assert.True(_all.Count == 0, $"{_all.Count} complaints:\n{string.Join('\n', _all.Take(60))}");

    private void Tell(Spoiling spoiling, string operation, IEnumerable<string> canaries, Failure failure)
    {
        foreach (var canary in canaries) Add($"{spoiling.Name} of {operation} tells {canary}: {failure}");
    }

    private static string Place(Exception e) => new StackTrace(e, fNeedFileInfo: false).GetFrames().Select(frame => frame.GetMethod())
        .FirstOrDefault(method => method?.DeclaringType?.FullName?.StartsWith("PulpoSync.Engine", StringComparison.Ordinal) == true) is { } found
            ? $"{found.DeclaringType!.Name}.{found.Name}"
            : "no place of ours";
}
