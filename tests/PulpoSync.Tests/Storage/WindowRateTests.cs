using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Secrets;
using PulpoSync.Engine.Storage;
using PulpoSync.Tests.Connectors.Http;

namespace PulpoSync.Tests.Storage;

/// <summary>In real time, on a real file: two stores as two processes have them, which compete for one vendor's two calls a second.</summary>
public sealed class WindowRateTests : IDisposable
{
    private const int Calls = 10;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly TempStore _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task Two_processes_never_send_more_than_two_in_a_second_and_waste_little()
    {
        // The first calls of a process are slow: code is compiled, files are opened.
        await Measure("first calls", TimeSpan.FromMilliseconds(20));
        var use = 0.0;
        // A machine that is busy with other things may waste some of it, but never send too much.
        for (var attempt = 0; attempt < 6 && use < 0.9; attempt++) use = await Measure($"endpoint {attempt}", Second);
        Assert.InRange(use, 0.9, 1.001);
    }

    private async Task<double> Measure(string key, TimeSpan span)
    {
        var seed = Environment.TickCount;
        var calls = new ConcurrentBag<(TimeSpan Sent, TimeSpan Arrived, TimeSpan Took)>();
        var watch = Stopwatch.StartNew();
        var network = new FakeNetwork(async (request, token) =>
        {
            var random = new Random(HashCode.Combine(seed, request.RequestUri));
            var sent = watch.Elapsed;
            await Task.Delay(random.Next(60), token);
            var arrived = watch.Elapsed;
            await Task.Delay(random.Next(60), token);
            calls.Add((sent, arrived, watch.Elapsed - sent));
            return new HttpResponseMessage(HttpStatusCode.OK);
        });
        await Task.WhenAll(Process("a"), Process("b"));

        var arrivals = calls.Select(call => call.Arrived).Order().ToList();
        Assert.Equal(Calls, arrivals.Count);
        Assert.True(arrivals.Zip(arrivals.Skip(2), (first, third) => third - first).All(gap => gap >= span), $"seed {seed}: {string.Join(' ', arrivals)}");

        // What the places were taken for, of all the time that there was.
        var inOrder = calls.OrderBy(call => call.Sent).ToList();
        var taken = inOrder.SkipLast(2).Aggregate(TimeSpan.Zero, (sum, call) => sum + call.Took + span);
        return taken / (inOrder[^1].Sent + inOrder[^2].Sent - inOrder[0].Sent - inOrder[1].Sent);

        async Task Process(string name)
        {
            using var store = SqliteStore.Open(_temp.Path, TimeProvider.System, TempStore.NoVariable, Migration.All);
            using var sender = new HttpSender(new HttpSenderOptions { Handler = network }, store.Limits, TimeProvider.System, new Redactor());
            await Task.WhenAll(Enumerable.Range(0, Calls / 2).Select(i => sender.SendAsync(
                SenderFixture.Call() with { Uri = new Uri($"https://api.example.test/{name}/{i}"), Limits = [new RateLimit.Window(key, 2, span)] }, default)));
        }
    }
}
