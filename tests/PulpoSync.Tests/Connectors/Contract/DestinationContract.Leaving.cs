using PulpoSync.Engine.Contracts;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Connectors.Contract;

public abstract partial class DestinationContract<TCase, TRecord>
{
    [Fact]
    public async Task Everything_is_cancelled_at_once_where_it_was_before_and_nothing_is_written()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        var write = await @case.NextAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => @case.Destination().WriteAsync([write], gone.Token).WaitAsync(Patience));

        Assert.Equal(0, @case.EffectsOf(write));
        if (@case.Finds) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => @case.Destination().FindAsync([write.Ref], gone.Token).WaitAsync(Patience));
    }

    [Theory]
    [InlineData(FaultKind.HangBefore)]
    [InlineData(FaultKind.HangAfter)]
    public async Task WriteAsync_that_is_cancelled_in_the_middle_of_a_call_says_what_became_of_it(FaultKind kind)
    {
        foreach (var operation in await OperationsAsync())
        {
            using var gone = new CancellationTokenSource();
            var write = await @case.NextAsync();
            var fault = World.Host.Faults.Add(new Fault { Kind = kind, System = World.Prefix, Operation = operation });
            var running = Task.Run(() => @case.Destination().WriteAsync([write], gone.Token));
            await Task.WhenAny(fault.Reached, running).WaitAsync(Patience);

            await gone.CancelAsync();
            // A read ends at once. A write that is on its way is waited for: its answer is worth more than the seconds.
            await Task.WhenAny(running, Task.Delay(TimeSpan.FromMilliseconds(50)));
            World.Host.Faults.Remove(fault.Id);
            await Task.WhenAny(running).WaitAsync(Patience);

            if (running.IsCompletedSuccessfully) Assert.Equal((operation, WriteStatus.Done, 1), (operation, (await running)[0].Status, @case.EffectsOf(write)));
            else Assert.True(running.IsCanceled && @case.EffectsOf(write) == 0, $"{operation}: {running.Status}, {@case.EffectsOf(write)} effects, {running.Exception}");
        }
    }

    [Fact]
    public async Task WriteAsync_to_a_system_that_never_answers_ends_by_itself()
    {
        foreach (var operation in await OperationsAsync())
        {
            var write = await @case.NextAsync();
            var fault = World.Host.Faults.Add(new Fault { Kind = FaultKind.Timeout, System = World.Prefix, Operation = operation, Count = 0 });
            Failure? failure;
            try
            {
                failure = Assert.Single(await @case.Destination(TimeSpan.FromMilliseconds(100)).WriteAsync([write], default).WaitAsync(Patience)).Failure;
            }
            catch (FailureException e)
            {
                failure = e.Failure;
            }

            World.Host.Faults.Remove(fault.Id);
            // Done without that answer, or not done for want of it.
            Assert.True(failure is null ? @case.EffectsOf(write) == 1 : failure.Kind is FailureKind.Transient, $"{operation}: {failure}");
        }
    }
}
