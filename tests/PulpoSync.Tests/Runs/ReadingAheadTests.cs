using System.Runtime.CompilerServices;
using PulpoSync.Engine.Runs;

namespace PulpoSync.Tests.Runs;

public class ReadingAheadTests
{
    private readonly List<string> _happened = [];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public async Task OneAhead_gives_the_same_elements_in_the_same_order(int count)
    {
        var seen = new List<int>();
        await foreach (var number in Numbers(count).OneAhead()) seen.Add(number);
        Assert.Equal(Enumerable.Range(1, count), seen);
    }

    [Fact]
    public async Task OneAhead_reads_the_next_one_and_no_more_while_one_is_dealt_with()
    {
        await foreach (var number in Numbers(3).OneAhead())
        {
            _happened.Add($"begin {number}");
            await Task.Yield();
            _happened.Add($"end {number}");
        }

        Assert.Equal(["read 1", "read 2", "begin 1", "end 1", "read 3", "begin 2", "end 2", "ended", "begin 3", "end 3"], _happened);
    }

    [Fact]
    public async Task OneAhead_an_error_of_the_source_comes_after_the_elements_before_it()
    {
        var seen = new List<int>();
        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var number in Numbers(3, failAt: 3).OneAhead()) seen.Add(number);
        });
        Assert.Equal("3", error.Message);
        Assert.Equal([1, 2], seen);
    }

    [Fact]
    public async Task OneAhead_who_leaves_early_ends_the_reading_and_keeps_his_own_error()
    {
        var error = await Assert.ThrowsAsync<FormatException>(async () =>
        {
            await foreach (var number in Endless().OneAhead()) throw new FormatException($"{number}");
        });
        Assert.Equal("1", error.Message);
        Assert.Equal(["cancelled", "ended"], _happened);
    }

    private async IAsyncEnumerable<int> Numbers(int count, int failAt = 0)
    {
        try
        {
            for (var number = 1; number <= count; number++)
            {
                _happened.Add($"read {number}");
                if (number == failAt) throw new InvalidOperationException($"{number}");
                yield return number;
            }
        }
        finally
        {
            _happened.Add("ended");
        }
    }

    // Gives one element and then waits until it is told to stop.
    private async IAsyncEnumerable<int> Endless([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            yield return 1;
            await Task.Delay(Timeout.Infinite, cancellationToken).ContinueWith(
                _ => _happened.Add("cancelled"), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            cancellationToken.ThrowIfCancellationRequested();
            yield return 2;
        }
        finally
        {
            _happened.Add("ended");
        }
    }
}
