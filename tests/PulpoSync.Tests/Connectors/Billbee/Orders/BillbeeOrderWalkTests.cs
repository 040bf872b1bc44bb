using System.Globalization;
using PulpoSync.Engine.Connectors.Billbee;
using PulpoSync.Engine.Connectors.Billbee.Orders;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Tests.Connectors.Billbee.Orders;

/// <summary>Reading all that changed although the list changes meanwhile and has no promised order.</summary>
public class BillbeeOrderWalkTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task FreshAsync_gives_pages_on_as_they_are_read_and_counts_in_the_end()
    {
        var list = new RestlessList().Add(600, Minute);
        var walk = Walk(list, new ReadRequest { StartFrom = list.Now.AddDays(-1) });

        var sizes = new List<(int Given, int Read)>();
        await foreach (var page in walk.FreshAsync(default)) sizes.Add((page.Count, list.Asked.Count));

        Assert.Equal([(250, 1), (250, 2), (100, 3)], sizes);
        Assert.Equal(3, list.Asked.Count);
        Assert.All(list.Asked, asked => Assert.Equal((walk.Since, 250), (asked.Since, asked.Size)));
    }

    [Fact]
    public async Task Cursor_is_the_newest_change_less_the_time_that_the_walk_took_and_the_next_run_looks_back_from_there()
    {
        var list = new RestlessList().Add(600, Minute);
        var newest = list.Now;
        var first = Walk(list, new ReadRequest { StartFrom = list.Now.AddDays(-1) });
        await AllAsync(first);

        Assert.Equal(Text(newest - TimeSpan.FromSeconds(1.5)), first.Cursor);
        Assert.Equal(newest - TimeSpan.FromSeconds(1.5) - BillbeeAssumptions.Overlap, Walk(list, new ReadRequest { Cursor = first.Cursor }).Since);
    }

    [Fact]
    public async Task Cursor_never_turns_back_and_stays_where_nothing_was_seen()
    {
        var list = new RestlessList().Add(1, Minute);
        list.Time.Advance(TimeSpan.FromHours(1));
        var cursor = Text(list.Now);
        var walk = Walk(list, new ReadRequest { Cursor = cursor });

        Assert.Equal(["1"], await AllAsync(walk));
        Assert.Equal(cursor, walk.Cursor);

        var empty = Walk(new RestlessList(), new ReadRequest { StartFrom = list.Now });
        Assert.Empty(await AllAsync(empty));
        Assert.Null(empty.Cursor);
    }

    [Fact]
    public async Task Since_goes_before_the_cursor()
    {
        var list = new RestlessList().Add(10, Minute);
        var since = list.Now - (2.5 * Minute);

        Assert.Equal(["8", "9", "10"], await AllAsync(Walk(list, new ReadRequest { Cursor = Text(list.Now), Since = since })));
    }

    [Fact]
    public async Task FreshAsync_gives_an_order_again_only_where_it_has_changed_meanwhile()
    {
        // By their change: one that is changed moves to the end and is read again, and another slips from the second page to the first.
        var list = new RestlessList { Sort = (_, row) => row.Value }.Add(300, Minute);
        list.After(1, () => list.Touch(5));

        var given = await AllAsync(Walk(list, new ReadRequest { StartFrom = list.Now.AddDays(-1) }));

        Assert.Equal(2, given.Count(key => key == "5"));
        Assert.Equal(Keys(1, 300), given.Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(301, given.Count);
    }

    [Fact]
    public async Task FreshAsync_walks_again_where_one_has_slipped_from_one_page_to_another()
    {
        var list = new RestlessList { Sort = (_, row) => row.Value }.Add(300, 10 * Minute);
        list.After(1, () => list.Touch(5));

        await AllAsync(Walk(list, new ReadRequest { StartFrom = list.Now.AddDays(-10) }));

        // Two pages; what came meanwhile; the count; two pages again.
        Assert.Equal([1, 2, 1, 1, 1, 2], list.Asked.Select(asked => asked.Page));
        Assert.Equal([250, 250, 250, 1, 250, 250], list.Asked.Select(asked => asked.Size));
    }

    [Fact]
    public async Task FreshAsync_looks_only_at_what_came_meanwhile_where_that_explains_the_count()
    {
        // The newest first: what comes during the walk stands before what was read.
        var list = new RestlessList { Sort = (_, row) => -row.Key }.Add(2000, Minute);
        list.After(3, () => list.Add(2, default));

        var given = await AllAsync(Walk(list, new ReadRequest { StartFrom = list.Now.AddDays(-10) }));

        Assert.Equal(2002, given.Count);
        Assert.Contains("2002", given);
        Assert.Equal(8 + 1 + 1 + 1, list.Asked.Count);
    }

    [Fact]
    public async Task FreshAsync_comes_to_its_end_where_orders_come_in_all_the_time()
    {
        var list = new RestlessList { Sort = (_, row) => -row.Key }.Add(2000, Minute);
        // Six in a row, so that the first looks are in vain.
        for (var read = 6; read <= 12; read++) list.After(read, () => list.Add(1, default));

        var given = await AllAsync(Walk(list, new ReadRequest { StartFrom = list.Now.AddDays(-10) }));

        Assert.Equal(list.Rows.Count, given.Distinct().Count());
        Assert.DoesNotContain(list.Asked.Skip(9), asked => asked.Page > 1);
    }

    [Fact]
    public async Task FreshAsync_is_not_misled_by_orders_that_are_taken_away()
    {
        // Row 251 slips to the first page, which was read; the count is the same as without it: only that it has shrunk tells.
        var list = new RestlessList().Add(600, Minute);
        list.After(1, () => list.Remove(5));

        var given = await AllAsync(Walk(list, new ReadRequest { StartFrom = list.Now.AddDays(-1) }));

        Assert.Equal(Keys(1, 600), given.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task FreshAsync_gives_up_without_a_cursor_where_the_list_does_not_come_to_rest()
    {
        var list = new RestlessList { Sort = (read, row) => unchecked((row.Key * 7919) ^ (read * 104729)) % 6007 }.Add(2000, Minute);
        var given = new List<string>();

        var failure = await Assert.ThrowsAsync<FailureException>(async () =>
        {
            await foreach (var page in Walk(list, new ReadRequest { StartFrom = list.Now.AddDays(-10) }).FreshAsync(default)) given.AddRange(page.Select(order => order.Key));
        });

        Assert.Equal((FailureKind.Transient, "ListUnsteady"), (failure.Failure.Kind, failure.Failure.Code));
        // Nothing was given twice on the way.
        Assert.Equal(given.Count, given.Distinct().Count());
        Assert.NotEmpty(given);
    }

    [Fact]
    public async Task FreshAsync_notices_that_the_search_was_ignored()
    {
        var list = new RestlessList { Filters = false }.Add(600, Minute);

        var failure = await Assert.ThrowsAsync<FailureException>(() => AllAsync(Walk(list, new ReadRequest { StartFrom = list.Now.AddHours(-1) })));

        Assert.Equal((FailureKind.Protocol, "SearchIgnored"), (failure.Failure.Kind, failure.Failure.Code));
        Assert.Single(list.Asked);
    }

    [Fact]
    public async Task FreshAsync_notices_pages_that_repeat()
    {
        var list = new RestlessList { AlwaysPage = 1 }.Add(2000, Minute);

        var failure = await Assert.ThrowsAsync<FailureException>(() => AllAsync(Walk(list, new ReadRequest { StartFrom = list.Now.AddDays(-10) })));

        Assert.Equal((FailureKind.Protocol, "PagingStuck"), (failure.Failure.Kind, failure.Failure.Code));
        Assert.Equal(4, list.Asked.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Runs_one_after_the_other_miss_no_change_whatever_happens_between_pages(int seed)
    {
        var random = new Random(seed);
        Func<int, KeyValuePair<int, DateTimeOffset>, IComparable>[] orders = [(_, row) => row.Key, (_, row) => -row.Key, (_, row) => row.Value];
        var list = new RestlessList { Sort = orders[seed % orders.Length] }.Add(900, TimeSpan.FromSeconds(30));
        for (var read = 1; read <= 60; read++)
        {
            list.After(read, () =>
            {
                if (random.Next(3) == 0) list.Touch(random.Next(1, list.Rows.Count + 1));
                if (random.Next(4) == 0) list.Add(1, default);
            });
        }

        var known = new Dictionary<string, DateTimeOffset>();
        string? cursor = null;
        var (runs, given) = (0, 0);
        do
        {
            var walk = Walk(list, new ReadRequest { Cursor = cursor, StartFrom = list.Now.AddDays(-30) });
            try
            {
                given += await LearnAsync(walk, known);
                cursor = walk.Cursor;
            }
            catch (FailureException e) when (e.Failure.Code == "ListUnsteady")
            {
                // The next run tries again.
            }

            list.Time.Advance(TimeSpan.FromMinutes(10));
            Assert.True(++runs < 100, $"Seed {seed} does not come to its end.");
        }
        while (list.Asked.Count <= 60);

        await LearnAsync(Walk(list, new ReadRequest { Cursor = cursor, StartFrom = list.Now.AddDays(-30) }), known);

        Assert.True(list.Rows.All(row => known.GetValueOrDefault(row.Key.ToString(CultureInfo.InvariantCulture)) == row.Value), $"Seed {seed}: a change was missed; {given} given in {runs} runs.");
    }

    private static BillbeeOrderWalk Walk(RestlessList list, ReadRequest request) => new(list.ReadAsync, request, BillbeeAssumptions.PageSize, list.Time);

    private static async Task<List<string>> AllAsync(BillbeeOrderWalk walk)
    {
        var keys = new List<string>();
        await foreach (var page in walk.FreshAsync(default)) keys.AddRange(page.Select(order => order.Key));
        return keys;
    }

    private static async Task<int> LearnAsync(BillbeeOrderWalk walk, Dictionary<string, DateTimeOffset> known)
    {
        var given = 0;
        await foreach (var page in walk.FreshAsync(default))
        {
            foreach (var order in page) known[order.Key] = order.ModifiedAt!.Value;
            given += page.Count;
        }

        return given;
    }

    private static IEnumerable<string> Keys(int from, int to) =>
        Enumerable.Range(from, to).Select(key => key.ToString(CultureInfo.InvariantCulture)).Order(StringComparer.Ordinal);

    private static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
