namespace PulpoSync.Tests.Cli;

[Collection("Cli")]
public class ScheduleCommandTests
{
    private readonly CliFixture _cli = new();

    [Fact]
    public async Task Register_lets_this_program_run_what_is_due_in_the_store()
    {
        Assert.Equal(0, await _cli.RunAsync("schedule", "register", "--every", "5", "--account", "pulposync"));

        var call = Assert.Single(_cli.Runtime.Calls);
        Assert.StartsWith("register schedule PulpoSync every 5 as pulposync: ", call, StringComparison.Ordinal);
        Assert.EndsWith("run --due --store /store/pulposync.db", call, StringComparison.Ordinal);
        Assert.StartsWith("Created: PulpoSync", _cli.Out);
    }

    [Fact]
    public async Task List_shows_account_and_store()
    {
        Assert.Equal(0, await _cli.RunAsync("schedule", "list"));

        Assert.Contains("pulposync", _cli.Out);
        Assert.Contains("/store/pulposync.db", _cli.Out);
    }

    [Fact]
    public async Task Remove_names_the_task()
    {
        Assert.Equal(0, await _cli.RunAsync("schedule", "remove", "PulpoSync"));

        Assert.Equal(["unregister schedule PulpoSync"], _cli.Runtime.Calls);
    }
}
