using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Connectors.Contract;

public abstract partial class SourceContract<TCase, TRecord>
{
    [Fact]
    public async Task Everything_is_cancelled_at_once_where_it_was_before()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        var reading = new Reading(@case);

        await reading.RunAsync(@case.Everything, cancellationToken: gone.Token);

        Assert.IsAssignableFrom<OperationCanceledException>(reading.Failure);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => @case.Source().ReadManyAsync([@case.Keys[0]], gone.Token).WaitAsync(Patience));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => @case.Source().FindKeysAsync(@case.NameOf(@case.Keys[0]), gone.Token).WaitAsync(Patience));
    }

    [Fact]
    public async Task ReadAsync_is_cancelled_in_the_middle_of_each_call()
    {
        foreach (var operation in await World.OperationsAsync(() => ReadAsync(@case.Everything)))
        {
            using var gone = new CancellationTokenSource();
            var fault = World.Host.Faults.Add(new Fault { Kind = FaultKind.HangBefore, System = World.Prefix, Operation = operation });
            var reading = new Reading(@case);
            var run = reading.RunAsync(@case.Everything, cancellationToken: gone.Token);
            await fault.Reached.WaitAsync(Patience);

            await gone.CancelAsync();
            await run;

            World.Host.Faults.Remove(fault.Id);
            Assert.True(reading.Failure is OperationCanceledException, $"{operation}: {reading.Failure}");
        }
    }

    [Fact]
    public async Task ReadAsync_of_a_system_that_never_answers_ends_by_itself()
    {
        foreach (var operation in await World.OperationsAsync(() => ReadAsync(@case.Everything)))
        {
            var fault = World.Host.Faults.Add(new Fault { Kind = FaultKind.Timeout, System = World.Prefix, Operation = operation, Count = 0 });
            var reading = new Reading(@case);

            await reading.RunAsync(@case.Everything, tryTimeout: TimeSpan.FromMilliseconds(100));

            World.Host.Faults.Remove(fault.Id);
            var failures = reading.Failure is Engine.Contracts.FailureException e ? [e.Failure] : reading.Unreadable.Select(one => one.Failure).ToList();
            Assert.True(failures.Count > 0 && failures.TrueForAll(one => one.Kind is FailureKind.Transient), $"{operation}: {reading.Failure}");
        }
    }
}
