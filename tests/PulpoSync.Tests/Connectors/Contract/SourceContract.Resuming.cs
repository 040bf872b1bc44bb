using PulpoSync.Engine.Contracts;

namespace PulpoSync.Tests.Connectors.Contract;

public abstract partial class SourceContract<TCase, TRecord>
{
    [Fact]
    public async Task ReadAsync_from_the_last_cursor_gives_what_came_and_changed_since()
    {
        await AddLaterAsync();
        var first = await ReadAsync(@case.Everything);
        Assert.Equal(@case.HasCursor, first.Cursor is not null);
        World.Clock.Pass(TimeSpan.FromHours(1));
        await @case.ChangeAsync(@case.Keys[2]);
        var added = await @case.AddAsync();

        var next = await ReadAsync(From(first.Cursor));

        Assert.Single(next.Keys, added);
        if (@case.TellsChanges) Assert.Single(next.Keys, @case.Keys[2]);
        // What has not changed for hours is beyond every overlap.
        if (@case.HasCursor) Assert.DoesNotContain(@case.Keys[0], next.Keys);
    }

    [Fact]
    public async Task ReadAsync_from_the_last_cursor_again_and_again_loses_nothing_and_goes_on()
    {
        await AddLaterAsync();
        var cursor = (await ReadAsync(@case.Everything)).Cursor;
        for (var round = 0; round < 2; round++)
        {
            var quiet = await ReadAsync(From(cursor));
            Assert.DoesNotContain(@case.Keys[0], @case.HasCursor ? quiet.Keys : []);
            cursor = quiet.Cursor ?? cursor;
        }

        var added = await @case.AddAsync();

        Assert.Contains(added, (await ReadAsync(From(cursor))).Keys);
    }

    [Fact]
    public async Task ReadAsync_from_a_cursor_on_the_way_misses_nothing_that_came_after()
    {
        var broken = new List<Page<TRecord>>();
        await foreach (var page in @case.Source().ReadAsync(@case.Everything, default))
        {
            broken.Add(page);
            if (page.NextCursor is not null) break;
        }

        await @case.ChangeAsync(@case.Keys[0]);
        var rest = await ReadAsync(From(broken[^1].NextCursor));

        Assert.Subset(broken.SelectMany(page => page.Records).Select(@case.KeyOf).Concat(rest.Keys).ToHashSet(), @case.Keys.ToHashSet());
        Assert.Equal(rest.Keys.Distinct(), rest.Keys);
    }

    [Fact]
    public async Task ReadAsync_since_a_moment_looks_back_behind_the_cursor()
    {
        var cursor = (await ReadAsync(@case.Everything)).Cursor;

        var again = await ReadAsync(From(cursor) with { Since = @case.Everything.StartFrom });

        AssertSame(@case.Keys, again.Keys);
    }

    // What other tests have changed lies then before every overlap.
    private async Task AddLaterAsync()
    {
        World.Clock.Pass(TimeSpan.FromHours(3));
        await @case.AddAsync();
    }

    private ReadRequest From(string? cursor) => @case.Everything with { Cursor = cursor };
}
