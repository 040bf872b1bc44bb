using PulpoSync.Engine.Contracts;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Connectors.Contract;

public abstract partial class DestinationContract<TCase, TRecord>
{
    private const int Seeds = 60;

    [Theory]
    [InlineData(FaultKind.CutAfter, 200)]
    [InlineData(FaultKind.CutBefore, 200)]
    [InlineData(FaultKind.CutBody, 200)]
    [InlineData(FaultKind.Status, 502)]
    public async Task WriteAsync_whose_answer_is_lost_comes_to_one_effect(FaultKind kind, int status)
    {
        var complaints = new Complaints(World);
        foreach (var operation in await OperationsAsync())
        {
            var lost = new Spoiling($"{kind}", false, target => new Fault
            {
                Kind = kind, Status = status, AfterEffect = true, System = target.System, Operation = target.Operation, Nth = target.Nth, Count = target.Count,
            });
            await SpoilAsync(lost, new Spoiling.Target(World.Prefix, operation, Count: 1), complaints);
            await SpoilAsync(lost, new Spoiling.Target(World.Prefix, operation), complaints);
        }

        complaints.AssertNone();
    }

    [Fact]
    public Task WriteAsync_meets_answers_that_are_none_with_a_failure() =>
        SpoilAsync([.. Spoiling.Whole, Spoiling.Refusal(400), Spoiling.Refusal(409), Spoiling.Refusal(422)]);

    [Fact]
    public Task WriteAsync_meets_answers_of_the_wrong_kind_with_a_failure() => SpoilAsync(Spoiling.Json(World.EnvelopeDepth));

    [Fact]
    public async Task WriteAsync_meets_an_odd_value_anywhere_with_a_failure_at_most()
    {
        var operations = await OperationsAsync();
        var complaints = new Complaints(World);
        for (var seed = 1; seed <= Seeds; seed++)
        {
            await SpoilAsync(Spoiling.AtRandom(seed), new Spoiling.Target(World.Prefix, operations[seed % operations.Count]), complaints);
        }

        complaints.AssertNone();
    }

    private Task<IReadOnlyList<string>> OperationsAsync() => World.OperationsAsync(OnceAsync);

    private async Task OnceAsync()
    {
        var write = await @case.NextAsync();
        await FindAsync([write]);
        await @case.Destination().WriteAsync([write], default);
    }

    private async Task SpoilAsync(IReadOnlyList<Spoiling> spoilings)
    {
        var complaints = new Complaints(World);
        foreach (var (spoiling, operation) in await World.TargetsAsync(spoilings, OnceAsync))
        {
            await SpoilAsync(spoiling, new Spoiling.Target(World.Prefix, operation), complaints);
        }

        complaints.AssertNone();
    }

    // Writes under a fault, holds what is said of it against what has happened, and then does what the next run would do.
    private async Task SpoilAsync(Spoiling spoiling, Spoiling.Target target, Complaints complaints)
    {
        var write = await @case.NextAsync();
        var fault = World.Host.Faults.Add(spoiling.Make(target));
        var result = await WriteAsync(write, failure => complaints.Judge(spoiling, target.Operation, failure));
        World.Host.Faults.Remove(fault.Id);
        if (result?.Failure is { } refusal) complaints.Judge(spoiling with { Kinds = [] }, target.Operation, refusal);
        var effects = @case.EffectsOf(write);
        var isWrong = result?.Status switch
        {
            WriteStatus.Done => effects != 1,
            WriteStatus.Unknown => effects > 1,
            _ => effects != 0,
        };
        if (isWrong) complaints.Add($"{spoiling.Name} of {target.Operation} is {result?.ToString() ?? "a failure"}, but there are {effects} effects");

        if (result is { Status: WriteStatus.Done }) return;
        var settled = await RecoverAsync(write);
        if (settled.Status is not WriteStatus.Done && settled.Failure is null) complaints.Add($"{spoiling.Name} of {target.Operation}: settled as {settled}");
        if (@case.LeavesToPerson && @case.EffectsOf(write) == 0 && settled.Failure?.Code == ReasonCodes.LabelUnclear) return;
        if (@case.EffectsOf(write) != 1) complaints.Add($"{spoiling.Name} of {target.Operation}: {@case.EffectsOf(write)} effects in the end, settled as {settled}");
    }

    // Null: the call as a whole has failed, which means that nothing was done.
    private async Task<WriteResult?> WriteAsync(Write<TRecord> write, Action<Exception> judge)
    {
        var found = await JudgedAsync(() => FindAsync([write]), judge);
        if (found is { Kind: not FoundKind.Nothing }) judge(new InvalidOperationException($"found {found}, which was never written"));
        return await JudgedAsync(() => @case.Destination().WriteAsync([write], default), judge);
    }

    private static async Task<T?> JudgedAsync<T>(Func<Task<IReadOnlyList<T>>> call, Action<Exception> judge)
        where T : class
    {
        try
        {
            return Assert.Single(await call().WaitAsync(Patience));
        }
#pragma warning disable CA1031 // Which kinds come is what is looked at.
        catch (Exception e)
        {
            judge(e);
            return null;
        }
#pragma warning restore CA1031
    }

    private async Task<WriteResult> RecoverAsync(Write<TRecord> write)
    {
        var found = Assert.Single(await FindAsync([write]));
        return found.Kind is FoundKind.Ours ? WriteResult.Done(found.Id!) : Assert.Single(await @case.Destination().WriteAsync([InDoubt(write)], default));
    }
}
