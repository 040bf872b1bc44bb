namespace PulpoSync.Tests.Cli;

[Collection("Cli")]
public class RunCommandTests
{
    private readonly CliFixture _cli = new();

    [Fact]
    public async Task Run_options_reach_the_engine()
    {
        await _cli.RunAsync(
            "run", "Berlin", "Ham*", "--preview", "--record", "1001", "--record", "1002", "--since", "2026-11-01", "--retry-failed", "--recreate",
            "--max-duration", "15m", "--throttle-limit", "2", "--store", "/tmp/x.db");

        var request = _cli.Runtime.Started!;
        Assert.Equal(["Berlin", "Ham*"], request.Names);
        Assert.Equal(["1001", "1002"], request.Records);
        Assert.Equal(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), request.Since);
        Assert.Equal(TimeSpan.FromMinutes(15), request.MaxDuration);
        Assert.Equal(2, request.ThrottleLimit);
        Assert.True(request is { Preview: true, RetryFailed: true, Recreate: true, Due: false });
        Assert.Equal("/tmp/x.db", _cli.Runtime.Options!.StorePath);
    }

    [Fact]
    public async Task Run_full_reaches_the_engine_with_names_and_with_what_is_due()
    {
        await _cli.RunAsync("run", "Stock", "--full");
        Assert.True(_cli.Runtime.Started is { Full: true, Due: false });

        await _cli.RunAsync("run", "--due", "--full", "--preview");
        Assert.True(_cli.Runtime.Started is { Full: true, Due: true, Preview: true });

        await _cli.RunAsync("run", "Stock");
        Assert.False(_cli.Runtime.Started!.Full);
    }

    [Theory]
    [InlineData("run Stock --full --since 2h", "--since")]
    [InlineData("run Stock --record MUG-1 --full", "--record")]
    public async Task Run_full_goes_with_nothing_that_asks_for_less(string line, string less)
    {
        Assert.Equal(5, await _cli.RunAsync(line.Split(' ')));

        Assert.StartsWith($"error: --full reads everything, so it does not go together with {less}. Leave one of them out.", _cli.Error);
        Assert.Null(_cli.Runtime.Started);
    }

    [Fact]
    public async Task Run_due_without_names_takes_the_defaults()
    {
        Assert.Equal(0, await _cli.RunAsync("run", "--due"));

        Assert.Empty(_cli.Runtime.Started!.Names);
        Assert.True(_cli.Runtime.Started.Due);
        Assert.Equal(4, _cli.Runtime.Started.ThrottleLimit);
        Assert.Null(_cli.Runtime.Started.Since);
        Assert.Null(_cli.Runtime.Started.MaxDuration);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("run x --since yesterday")]
    [InlineData("run x --since 12:00")]
    [InlineData("run x --since 03.04.2026")]
    [InlineData("run x --max-duration soon")]
    [InlineData("run x --throttle-limit 0")]
    [InlineData("run x --recreate")]
    [InlineData("run x --nonsense")]
    [InlineData("log --level loud")]
    [InlineData("walk")]
    [InlineData("record")]
    [InlineData("record --nonsense")]
    [InlineData("log --nonsense")]
    [InlineData("credential remove --all")]
    public async Task Run_with_arguments_that_cannot_be_read_is_a_configuration_error(string line)
    {
        Assert.Equal(5, await _cli.RunAsync(line.Split(' ')));

        Assert.StartsWith("error: ", _cli.Error);
        Assert.Empty(_cli.Out);
        Assert.Null(_cli.Runtime.Started);
    }

    [Theory]
    [InlineData("2h", -120)]
    [InlineData("7d", -10080)]
    [InlineData("2026-11-24T09:30:00Z", -30)]
    [InlineData("2026-11-24T10:30+01:00", -30)]
    [InlineData("2026-11-24 09:30", -30)]
    public async Task Since_takes_moments_and_how_long_ago(string text, int minutesFromNow)
    {
        await _cli.RunAsync("run", "x", "--since", text);

        Assert.Equal(FakeRuntime.Now.AddMinutes(minutesFromNow), _cli.Runtime.Started!.Since);
    }

    [Theory]
    [InlineData("run Berlin", new[] { "Finished" }, 0)]
    [InlineData("run Berlin", new[] { "Failed" }, 1)]
    [InlineData("run Berlin", new[] { "FinishedPartially" }, 2)]
    [InlineData("run Berlin", new[] { "Stopped" }, 2)]
    [InlineData("run Berlin", new[] { "NotDue" }, 3)]
    [InlineData("run Berlin", new[] { "Held" }, 4)]
    [InlineData("run Berlin", new[] { "ReadFirst" }, 3)]
    [InlineData("run --due", new[] { "ReadFirst" }, 0)]
    [InlineData("run *", new[] { "ReadFirst", "Held", "Finished" }, 4)]
    [InlineData("run --due", new string[0], 0)]
    [InlineData("run --due", new[] { "Held", "NotDue" }, 0)]
    [InlineData("run --due Berlin", new[] { "NotDue" }, 3)]
    [InlineData("run *", new[] { "NotDue", "Held", "Finished" }, 4)]
    [InlineData("run *", new[] { "Held", "FinishedPartially", "Finished" }, 2)]
    [InlineData("run *", new[] { "FinishedPartially", "Failed", "Held" }, 1)]
    public async Task Run_exit_code_is_the_worst(string line, string[] ends, int exitCode)
    {
        _cli.Runtime.Events.AddRange(ends.Select((end, i) => (RunEvent)(Enum.TryParse<RunStatus>(end, out var status)
            ? CliFixture.Finished(status, $"Shop {i}")
            : new RunSkipped($"Shop {i}", FakeRuntime.Now, end, "Later."))));

        Assert.Equal(exitCode, await _cli.RunAsync(line.Split(' ')));
    }

    [Theory]
    [InlineData(ErrorIds.StoreNotFound, 5)]
    [InlineData(ErrorIds.ConfigNotFound, 5)]
    [InlineData(ErrorIds.StoreKeyWrong, 5)]
    [InlineData(ErrorIds.SettingInvalid, 5)]
    [InlineData(ErrorIds.StoreBusy, 1)]
    [InlineData(ErrorIds.SystemUnreachable, 1)]
    [InlineData(ErrorIds.InternalError, 1)]
    public async Task Run_that_throws_says_so_in_one_line(string errorId, int exitCode)
    {
        _cli.Runtime.Error = new PulpoSyncException(errorId, "Two\nlines.", "Berlin");

        Assert.Equal(exitCode, await _cli.RunAsync("run", "Berlin"));
        Assert.Equal("error: Two lines." + Environment.NewLine, _cli.Error);

        Assert.Equal(exitCode, await _cli.RunAsync("run", "Berlin", "--json"));
        var line = Assert.Single(_cli.ErrorLines);
        Assert.Equal("error", line.GetProperty("event").GetString());
        Assert.Equal(errorId, line.GetProperty("code").GetString());
        Assert.Equal("Two lines.", line.GetProperty("message").GetString());
        Assert.Equal("Berlin", line.GetProperty("target").GetString());
    }

    [Fact]
    public async Task Run_shows_the_status_in_the_words_of_the_integration_control()
    {
        _cli.Runtime.Events.Add(CliFixture.Finished(RunStatus.FinishedPartially, "Shop [Berlin]"));

        await _cli.RunAsync("run", "*");

        Assert.Contains("FINISHED PARTIALLY", _cli.Out);
        Assert.Contains("Shop [Berlin]", _cli.Out);
    }

    [Fact]
    public async Task Run_that_waits_for_another_says_for_which()
    {
        const string why = "\"Stock\" did not run: it waits for \"Orders\".";
        _cli.Runtime.Events.Add(new RunSkipped("Stock", FakeRuntime.Now, "ReadFirst", why));

        await _cli.RunAsync("run", "Stock");
        Assert.Contains($"Stock: not run. {why}", _cli.Out);

        await _cli.RunAsync("run", "Stock", "--json");
        var line = Assert.Single(_cli.OutLines);
        Assert.Equal(("runSkipped", "ReadFirst"), (line.GetProperty("event").GetString(), line.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task Run_shows_failed_records_and_why()
    {
        _cli.Runtime.Events.Add(new RecordSettled("Berlin", FakeRuntime.Now, "1007", "key", "", OutcomeKind.Failed, "UnknownSku", "No product ABC."));
        _cli.Runtime.Events.Add(new RecordSettled("Berlin", FakeRuntime.Now, "1008", "key", "", OutcomeKind.Created, null, null));

        await _cli.RunAsync("run", "Berlin");
        Assert.Contains("Berlin: 1007 failed, UnknownSku: No product ABC.", _cli.Out);
        Assert.DoesNotContain("1008", _cli.Out);

        await _cli.RunAsync("run", "Berlin", "--verbose");
        Assert.Contains("Berlin: 1008 created", _cli.Out);
    }

    [Fact]
    public async Task Run_with_very_many_warnings_of_one_code_does_not_flood()
    {
        _cli.Runtime.Events.AddRange(Enumerable.Range(1, 500).Select(i => new RunWarning("Stock", FakeRuntime.Now, "NotStocked", $"SKU-{i} is not stocked.")));
        _cli.Runtime.Events.Add(new RunWarning("Stock", FakeRuntime.Now, "NoLocation", "Another code."));

        await _cli.RunAsync("run", "Stock");

        Assert.Equal(20, _cli.Out.Split("is not stocked").Length - 1);
        Assert.Contains("Stock: more warnings NotStocked; pulposync log \"Stock\" --level warning shows all", _cli.Out);
        Assert.Contains("Another code.", _cli.Out);
    }

    [Fact]
    public async Task Run_with_very_many_failures_does_not_flood()
    {
        _cli.Runtime.Events.AddRange(Enumerable.Range(1, 500).Select(
            i => new RecordSettled("Berlin", FakeRuntime.Now, $"{i}", "key", "", OutcomeKind.Failed, "UnknownSku", "No product.")));

        await _cli.RunAsync("run", "Berlin");

        Assert.Equal(20, _cli.Out.Split("UnknownSku").Length - 1);
        Assert.Contains("pulposync log \"Berlin\" --level error", _cli.Out);
    }
}
