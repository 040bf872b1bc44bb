using Microsoft.Extensions.Time.Testing;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Tests.Connectors.Http;

/// <summary>What every store of limits does with places that rest.</summary>
public abstract class WindowStoreTests
{
    protected static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    protected abstract ILimitStore Sut { get; }

    protected abstract FakeTimeProvider Time { get; }

    /// <summary>How many places the store keeps in all.</summary>
    protected abstract int Kept { get; }

    [Fact]
    public void TryEnter_of_places_that_rest_says_when_the_first_is_free()
    {
        Enter("a");
        Enter("b");
        Pass(0.2);
        Leave("a");
        Pass(0.5);
        Leave("b");

        var wait = Enter("c");

        Assert.InRange(wait, Second / 2, Second / 2 + TimeSpan.FromMilliseconds(2));
        Time.Advance(wait);
        Assert.Equal(TimeSpan.Zero, Enter("c"));
        Assert.NotEqual(TimeSpan.Zero, Enter("d"));
    }

    [Fact]
    public void TryEnter_of_places_that_are_held_waits_at_least_the_rest()
    {
        Enter("a");
        Enter("b");
        Assert.InRange(Enter("c"), Second, Second + TimeSpan.FromMilliseconds(2));
    }

    [Fact]
    public void TryEnter_a_hair_before_the_end_of_the_rest_is_too_early()
    {
        Pass(0.0004);
        Enter("a");
        Enter("b");
        Leave("a");
        Pass(0.9997);
        Assert.NotEqual(TimeSpan.Zero, Enter("c"));
        Pass(0.0020);
        Assert.Equal(TimeSpan.Zero, Enter("c"));
    }

    [Fact]
    public void Leave_of_what_was_not_used_frees_at_once()
    {
        Enter("a");
        Enter("b");
        Sut.Leave("k", "b", rest: TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, Enter("c"));
    }

    [Fact]
    public void Leave_of_a_place_that_timed_out_rests_all_the_same()
    {
        Enter("a");
        Time.Advance(2 * TimeSpan.FromMinutes(1));
        Assert.Equal(TimeSpan.Zero, Enter("b"));
        Assert.Equal(TimeSpan.Zero, Enter("c"));
        Leave("a");
        Leave("b");
        Pass(0.5);
        Leave("c");
        // Three of two places are taken: two must be free again.
        Assert.InRange(Enter("d"), Second / 2, Second / 2 + TimeSpan.FromMilliseconds(2));
        Pass(0.6);
        Assert.Equal(TimeSpan.Zero, Enter("d"));
    }

    [Fact]
    public void TryEnter_of_keys_that_nobody_asks_for_again_leaves_nothing()
    {
        for (var i = 0; i < 3000; i++)
        {
            Sut.TryEnter($"order {i}", 6, "a", TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(1));
            Sut.Leave($"order {i}", "a", TimeSpan.FromMinutes(1));
            Pass(0.5);
        }

        // Two minutes of 120 orders each at most: they rest for one, and are looked for once a minute.
        Assert.InRange(Kept, 1, 260);
    }

    [Fact]
    public void TryEnter_of_many_calls_at_random_never_lets_more_than_two_into_a_second()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var (sent, held) = (new List<DateTimeOffset>(), new List<(string Holder, DateTimeOffset End)>());
        for (var i = 0; i < 4000; i++)
        {
            Time.Advance(TimeSpan.FromTicks(random.Next(0, 500_000)));
            var now = Time.GetUtcNow();
            foreach (var over in held.Where(call => call.End <= now).ToList())
            {
                Leave(over.Holder);
                held.Remove(over);
            }

            if (Enter($"{i}") > TimeSpan.Zero) continue;
            // It reaches the vendor at any time before its answer comes.
            var answer = now + Second * random.NextDouble();
            sent.Add(now + (answer - now) * random.NextDouble());
            held.Add(($"{i}", answer));
        }

        sent.Sort();
        Assert.True(sent.Count > 50, $"Only {sent.Count} (seed {seed}).");
        Assert.True(sent.Zip(sent.Skip(2), (first, third) => third - first).All(gap => gap >= Second), $"seed {seed}");
    }

    protected TimeSpan Enter(string holder) => Sut.TryEnter("k", 2, holder, TimeSpan.FromMinutes(1), Second);

    protected void Leave(string holder) => Sut.Leave("k", holder, Second);

    protected void Pass(double seconds) => Time.Advance(TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond)));
}
