using PulpoSync.Torture.Mutations;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Tests.Connectors.Contract;

/// <summary>What every source has to do, whatever it reads.</summary>
public abstract partial class SourceContract<TCase, TRecord>(TCase @case) : IClassFixture<TCase>
    where TCase : SourceCase<TRecord>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private SystemWorld World => @case.World;

    [Fact]
    public async Task ReadAsync_gives_everything_once_over_several_pages()
    {
        World.Host.Traffic.Reset();

        var read = await ReadAsync(@case.Everything);

        AssertSame(@case.Keys, read.Keys);
        Assert.Empty(read.Unreadable);
        Assert.True(World.Host.Traffic.CountOf(World.Prefix, @case.ListOperation) > 1, $"{@case.ListOperation} was called but once.");
    }

    [Fact]
    public async Task ReadAsync_never_makes_the_system_refuse_for_its_limits()
    {
        // What spoilt answers said of the limits is outlived.
        World.Clock.Pass(TimeSpan.FromMinutes(1));
        var before = World.Traces.Count;

        await ReadAsync(@case.Everything);
        await ReadAsync(@case.Everything);

        Assert.DoesNotContain(World.Traces.Skip(before), trace => trace.FailureCode is not null);
    }

    [Fact]
    public async Task ReadAsync_gives_odd_texts_as_they_are()
    {
        var read = await ReadAsync(@case.Everything);

        Assert.Contains(@case.OddText, @case.TextsOf(read.Records.Single(record => @case.KeyOf(record) == @case.Keys[0])));
    }

    [Fact]
    public async Task ReadManyAsync_gives_what_is_there_and_leaves_out_what_is_not()
    {
        string[] wanted = [@case.Keys[4], @case.Keys[1]];

        var page = await @case.Source().ReadManyAsync([wanted[0], @case.UnknownKey, "no key \U0001F355", "", wanted[1]], default);

        AssertSame(wanted, page.Records.Select(@case.KeyOf));
        Assert.Empty(page.Unreadable);
        Assert.Null(page.NextCursor);
        Assert.Empty((await @case.Source().ReadManyAsync([], default)).Records);
    }

    [Fact]
    public async Task ReadManyAsync_gives_the_same_record_as_reading_everything()
    {
        var all = await ReadAsync(@case.Everything);
        var one = await @case.Source().ReadManyAsync([@case.Keys[0]], default);

        Assert.Equal(
            all.Records.Where(record => @case.KeyOf(record) == @case.Keys[0]).SelectMany(@case.TextsOf), one.Records.SelectMany(@case.TextsOf));
    }

    [Fact]
    public async Task FindKeysAsync_finds_by_name_and_by_key_and_nothing_else()
    {
        var source = @case.Source();
        foreach (var key in @case.Keys.Take(3))
        {
            Assert.Equal([key], await source.FindKeysAsync(@case.NameOf(key), default));
            Assert.Equal([key], await source.FindKeysAsync($" {@case.NameOf(key)} ", default));
            Assert.Equal([key], await source.FindKeysAsync(key, default));
        }

        foreach (var text in OddTexts.Unknown) Assert.True((await source.FindKeysAsync(text, default)).Count == 0, $"\"{text}\" finds something.");
    }

    private async Task<Reading> ReadAsync(ReadRequest request, TimeSpan? tryTimeout = null)
    {
        var reading = new Reading(@case);
        await reading.RunAsync(request, tryTimeout);
        return reading.Failure is { } failure ? throw failure : reading;
    }

    private static void AssertSame(IEnumerable<string> expected, IEnumerable<string> actual) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));

    /// <summary>What one walk through a source has given, and how it ended.</summary>
    private sealed class Reading(TCase @case)
    {
        public List<Page<TRecord>> Pages { get; } = [];
        public IReadOnlyList<TRecord> Records => [.. Pages.SelectMany(page => page.Records)];
        public IReadOnlyList<string> Keys => [.. Records.Select(@case.KeyOf)];
        public IReadOnlyList<(string Key, string? Number, Failure Failure)> Unreadable => [.. Pages.SelectMany(page => page.Unreadable)];
        public IEnumerable<string> Seen => Keys.Concat(Unreadable.Select(one => one.Key));
        public string? Cursor => Pages.Select(page => page.NextCursor).LastOrDefault(cursor => cursor is not null);
        public Exception? Failure { get; private set; }

        public async Task RunAsync(ReadRequest request, TimeSpan? tryTimeout = null, CancellationToken cancellationToken = default)
        {
            try
            {
                await Task.Run(
                    async () =>
                    {
                        await foreach (var page in @case.Source(tryTimeout).ReadAsync(request, cancellationToken)) Pages.Add(page);
                    },
                    CancellationToken.None).WaitAsync(Patience, CancellationToken.None);
            }
#pragma warning disable CA1031 // Of which kind it may be is what the tests look at.
            catch (Exception e)
            {
                Failure = e;
            }
#pragma warning restore CA1031
        }
    }
}
