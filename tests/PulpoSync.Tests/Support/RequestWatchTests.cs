using PulpoSync.Tests.Connectors.Http;

namespace PulpoSync.Tests.Support;

public sealed class RequestWatchTests
{
    [Fact]
    public async Task Hosts_are_those_of_the_code_that_watches_and_of_what_it_starts()
    {
        // Begun before the watch and sent after it, as a test does that runs at the same time.
        var other = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var sentByOther = SendAfterAsync(other.Task, "other.example.test");
        using var watch = new RequestWatch();

        await SendAfterAsync(Task.CompletedTask, "mine.example.test");
        await Task.Run(() => SendAfterAsync(Task.CompletedTask, "started.example.test"));
        other.SetResult();
        await sentByOther;

        Assert.Equal(["mine.example.test", "started.example.test"], watch.Hosts.Order(StringComparer.Ordinal));
    }

    private static async Task SendAfterAsync(Task signal, string host)
    {
        await signal;
        using var client = new HttpClient(new FakeNetwork(FakeNetwork.Status(200)));
        using var response = await client.GetAsync(new Uri($"https://{host}/"));
    }
}
