using PulpoSync.Engine.Contracts;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Connectors.Contract;

public abstract partial class SourceContract<TCase, TRecord>
{
    private const int Seeds = 60;

    [Fact]
    public async Task ReadAsync_goes_on_after_a_pause_that_the_system_asks_for()
    {
        foreach (var operation in (await World.OperationsAsync(() => ReadAsync(@case.Everything))).Where(operation => operation != World.LoginOperation))
        {
            var began = World.Clock.GetUtcNow();
            var fault = World.Host.Faults.Add(new Fault
            {
                Kind = FaultKind.Status, Status = 429, RetryAfter = 7, System = World.Prefix, Operation = operation, Count = 2,
            });
            var read = new Reading(@case);
            await read.RunAsync(@case.Everything);
            World.Host.Faults.Remove(fault.Id);

            Assert.True(read.Failure is null, $"{operation}: {read.Failure}");
            AssertSame(@case.Keys, read.Keys);
            Assert.True(World.Clock.GetUtcNow() - began >= TimeSpan.FromSeconds(14), $"{operation} was asked again too early.");
        }
    }

    [Theory]
    [InlineData(FaultKind.Status)]
    [InlineData(FaultKind.Html)]
    [InlineData(FaultKind.CutBody)]
    [InlineData(FaultKind.CutBefore)]
    [InlineData(FaultKind.Throttled)]
    [InlineData(FaultKind.InternalError)]
    public async Task ReadAsync_bears_faults_that_pass(FaultKind kind)
    {
        var fault = World.Host.Faults.Add(new Fault { Kind = kind, System = World.Prefix, Operation = @case.ListOperation, Nth = 2, Count = 2 });

        var read = await ReadAsync(@case.Everything);

        World.Host.Faults.Remove(fault.Id);
        AssertSame(@case.Keys, read.Keys);
        Assert.Equal(2, fault.Hits);
    }

    [Fact]
    public Task ReadAsync_meets_answers_that_are_none_with_a_failure() => SpoilAsync([.. Spoiling.Whole, Spoiling.Refusal(400), Spoiling.Refusal(422)]);

    [Fact]
    public Task ReadAsync_meets_answers_of_the_wrong_kind_with_a_failure() => SpoilAsync(Spoiling.Json(World.EnvelopeDepth));

    [Fact]
    public async Task ReadAsync_meets_an_odd_value_anywhere_with_a_failure_at_most()
    {
        var operations = await World.OperationsAsync(() => ReadAsync(@case.Everything));
        var complaints = new Complaints(World);
        for (var seed = 1; seed <= Seeds; seed++)
        {
            await SpoilAsync(Spoiling.AtRandom(seed), new Spoiling.Target(World.Prefix, operations[seed % operations.Count]), complaints);
        }

        complaints.AssertNone();
    }

    [Fact]
    public async Task ReadAsync_that_breaks_on_the_second_page_goes_on_from_its_cursor()
    {
        var complaints = new Complaints(World);
        foreach (var spoiling in Spoiling.Whole.Concat(Spoiling.Json(World.EnvelopeDepth)).Where(one => one.IsEvident))
        {
            var target = new Spoiling.Target(World.Prefix, @case.ListOperation, Nth: 2);
            var broken = await SpoilAsync(spoiling, target, complaints);
            var rest = await ReadAsync(From(broken.Cursor));
            var missing = @case.Keys.Except(broken.Seen).Except(rest.Keys).ToList();
            if (missing.Count > 0) complaints.Add($"{spoiling.Name}: after the cursor {broken.Cursor}, {string.Join(", ", missing)} are missing");
        }

        complaints.AssertNone();
    }

    [Fact]
    public async Task ReadAsync_of_a_page_that_repeats_for_ever_ends()
    {
        ReadOnlyMemory<byte>? first = null;
        var fault = World.Host.Faults.Add(new Fault
        {
            Kind = FaultKind.Spoilt, System = World.Prefix, Operation = @case.ListOperation, Count = 0, Spoil = body => first ??= body,
        });
        var reading = new Reading(@case);

        await reading.RunAsync(@case.Everything);

        World.Host.Faults.Remove(fault.Id);
        Assert.True(reading.Failure is FailureException { Failure.Kind: FailureKind.Protocol or FailureKind.Transient }, $"{reading.Failure}");
    }

    [Fact]
    public async Task ReadManyAsync_meets_spoilt_answers_with_a_failure()
    {
        var complaints = new Complaints(World);
        IReadOnlyList<Spoiling> spoilings = [.. Spoiling.Whole, .. Spoiling.Json(World.SingleDepth)];
        foreach (var (spoiling, operation) in await World.TargetsAsync(spoilings, () => @case.Source().ReadManyAsync([@case.Keys[0]], default)))
        {
            var fault = World.Host.Faults.Add(spoiling.Make(new Spoiling.Target(World.Prefix, operation)));
            try
            {
                var page = await @case.Source().ReadManyAsync([@case.Keys[0]], default).WaitAsync(Patience);
                // What exists must not look as if it were gone.
                var isGone = page.Records.Count + page.Unreadable.Count == 0 && spoiling.Name != World.LooksGone;
                if (spoiling.IsEvident && isGone) complaints.Add($"{spoiling.Name} of {operation} is taken for a record that is gone");
                foreach (var one in page.Unreadable) complaints.Judge(spoiling, operation, one.Failure);
            }
#pragma warning disable CA1031 // Which kinds come is what is looked at.
            catch (Exception e)
            {
                complaints.Judge(spoiling, operation, e);
            }
#pragma warning restore CA1031
            World.Host.Faults.Remove(fault.Id);
        }

        complaints.AssertNone();
    }

    private async Task SpoilAsync(IReadOnlyList<Spoiling> spoilings)
    {
        var complaints = new Complaints(World);
        foreach (var (spoiling, operation) in await World.TargetsAsync(spoilings, () => ReadAsync(@case.Everything)))
        {
            await SpoilAsync(spoiling, new Spoiling.Target(World.Prefix, operation), complaints);
        }

        complaints.AssertNone();
    }

    private async Task<Reading> SpoilAsync(Spoiling spoiling, Spoiling.Target target, Complaints complaints)
    {
        var fault = World.Host.Faults.Add(spoiling.Make(target));
        var reading = new Reading(@case);
        await reading.RunAsync(@case.Everything);
        World.Host.Faults.Remove(fault.Id);

        if (reading.Failure is { } failure) complaints.Judge(spoiling, target.Operation, failure);
        else if (spoiling.IsEvident && @case.Keys.Except(reading.Seen).Any(key => !reading.Seen.Contains(@case.UnreadableKeyOf(key))))
        {
            complaints.Add($"{spoiling.Name} of {target.Operation} is taken for an answer, and records are missing");
        }

        foreach (var one in reading.Unreadable) complaints.Judge(spoiling, target.Operation, one.Failure);
        return reading;
    }
}
