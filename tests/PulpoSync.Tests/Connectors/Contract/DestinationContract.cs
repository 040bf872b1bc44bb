using PulpoSync.Engine.Contracts;

namespace PulpoSync.Tests.Connectors.Contract;

/// <summary>What every destination has to do, whatever it takes.</summary>
public abstract partial class DestinationContract<TCase, TRecord>(TCase @case) : IClassFixture<TCase>
    where TCase : DestinationCase<TRecord>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private SystemWorld World => @case.World;

    [Fact]
    public async Task FindAsync_of_what_was_never_written_is_nothing_each()
    {
        var writes = await NextAsync(3);

        Assert.All(await FindAsync(writes), found => Assert.Equal(Found.Nothing, found));
        Assert.Equal(3, (await FindAsync(writes)).Count);
        Assert.Empty(await @case.Destination().FindAsync([], default));
    }

    [Fact]
    public async Task FindAsync_answers_each_reference_in_its_place()
    {
        var writes = await NextAsync(5);
        var results = await @case.Destination().WriteAsync([writes[1], writes[3]], default);

        var found = await FindAsync(writes);

        string?[] expected = @case.Finds ? [null, results[0].Id, null, results[1].Id, null] : new string?[5];
        Assert.Equal(expected, found.Select(one => one.Id));
        Assert.All(found, one => Assert.Equal(one.Id is null ? FoundKind.Nothing : FoundKind.Ours, one.Kind));
    }

    [Fact]
    public async Task WriteAsync_does_each_item_once_and_answers_in_its_place()
    {
        var writes = await NextAsync(5);
        Assert.All(writes, write => Assert.Equal(0, @case.EffectsOf(write)));

        var results = await @case.Destination().WriteAsync(writes, default);

        Assert.All(results, result => Assert.Equal((WriteStatus.Done, null), (result.Status, result.Failure)));
        Assert.Equal(writes.Count, results.Select(result => result.Id).OfType<string>().Distinct().Count());
        Assert.All(writes, write => Assert.Equal(1, @case.EffectsOf(write)));
        Assert.Empty(await @case.Destination().WriteAsync([], default));
    }

    [Fact]
    public async Task WriteAsync_again_makes_nothing_twice_and_knows_it_again()
    {
        var writes = await NextAsync(3);
        var first = await @case.Destination().WriteAsync(writes, default);

        var again = await @case.Destination().WriteAsync(writes, default);
        var inDoubt = await @case.Destination().WriteAsync([.. writes.Select(InDoubt)], default);

        Assert.Equal(first.Select(result => (result.Status, result.Id)), again.Select(result => (result.Status, result.Id)));
        Assert.Equal(first.Select(result => (result.Status, result.Id)), inDoubt.Select(result => (result.Status, result.Id)));
        Assert.All(writes, write => Assert.Equal(1, @case.EffectsOf(write)));
    }

    [Fact]
    public async Task WriteAsync_takes_odd_texts_as_they_are()
    {
        if (@case.OddText is not { } text) return;
        var write = await @case.NextAsync(text);

        var result = Assert.Single(await @case.Destination().WriteAsync([write], default));

        Assert.Equal((WriteStatus.Done, null), (result.Status, result.Failure));
        Assert.Equal(text, @case.TextOf(write));
    }

    [Fact]
    public async Task WriteAsync_of_a_bad_item_leaves_the_others_done_and_names_no_person()
    {
        var (first, bad, last) = (await @case.NextAsync(), await @case.BadAsync(), await @case.NextAsync());

        var results = await @case.Destination().WriteAsync([first, bad, last], default);

        Assert.Equal([WriteStatus.Done, WriteStatus.Done], new[] { results[0].Status, results[2].Status });
        Assert.True(results[1] is { Status: WriteStatus.Refused or WriteStatus.LeftOut, Failure.IsRecordOnly: true }, $"{results[1]}");
        Assert.Empty(Canaries.In(results[1].Failure!, World.Secrets));
        Assert.Equal((1, 0, 1), (@case.EffectsOf(first), @case.EffectsOf(bad), @case.EffectsOf(last)));
    }

    [Fact]
    public async Task WriteAsync_never_makes_the_system_refuse_for_its_limits()
    {
        // What spoilt answers said of the limits is outlived.
        World.Clock.Pass(TimeSpan.FromMinutes(1));
        var before = World.Traces.Count;

        await @case.Destination().WriteAsync(await NextAsync(12), default);

        Assert.DoesNotContain(World.Traces.Skip(before), trace => trace.FailureCode is not null);
    }

    private async Task<List<Write<TRecord>>> NextAsync(int count)
    {
        var writes = new List<Write<TRecord>>();
        for (var made = 0; made < count; made++) writes.Add(await @case.NextAsync());
        return writes;
    }

    private Task<IReadOnlyList<Found>> FindAsync(IEnumerable<Write<TRecord>> writes) => @case.Destination().FindAsync([.. writes.Select(write => write.Ref)], default);

    private static Write<TRecord> InDoubt(Write<TRecord> write) => write with { Ref = write.Ref with { InDoubt = true } };
}
