namespace PulpoSync.Tests.Cli;

[Collection("Cli")]
public class QueryCommandTests
{
    private readonly CliFixture _cli = new();

    [Fact]
    public async Task Log_options_reach_the_engine()
    {
        await _cli.RunAsync("log", "Ber*", "--run", "7", "--record", "1001", "--level", "warning", "--since", "2h", "--last", "5");

        Assert.Equal(new LogQuery("Ber*", 7, "1001", LogLevel.Warning, FakeRuntime.Now.AddHours(-2), 5), _cli.Runtime.Query);
    }

    [Fact]
    public async Task Runs_options_reach_the_engine()
    {
        await _cli.RunAsync("runs", "Berlin", "--last", "3", "--since", "1d");

        Assert.Equal(new RunQuery("Berlin", 3, FakeRuntime.Now.AddDays(-1)), _cli.Runtime.Query);
    }

    [Fact]
    public async Task Record_answers_why_an_order_is_not_there()
    {
        _cli.Runtime.Records.Add(new IntegrationRecord
        {
            Number = "1001", SourceKey = "gid://1", Part = "", Integration = "Berlin", Type = IntegrationType.SalesOrders, State = LedgerState.Parked,
            Reason = "UnknownSku", Message = "No product ABC.", Attempts = 2, NextTryAt = FakeRuntime.Now.AddMinutes(5), ChangedAt = FakeRuntime.Now,
        });

        Assert.Equal(0, await _cli.RunAsync("record", "1001"));

        Assert.Contains("UnknownSku: No product ABC.", _cli.Out);
        Assert.Contains("2026-11-24 10:05:00, after 2 failed", _cli.Out);
    }

    [Fact]
    public async Task Record_shows_what_each_integration_knows_of_it()
    {
        foreach (var (name, type) in new[] { ("Products", IntegrationType.Products), ("Stock", IntegrationType.Stock) })
        {
            _cli.Runtime.Records.Add(new IntegrationRecord
            {
                Number = "MUG-1", SourceKey = name, Part = "", Integration = name, Type = type, State = LedgerState.Written, ChangedAt = FakeRuntime.Now,
            });
            _cli.Runtime.Log.Add(new IntegrationLogEntry
            {
                At = FakeRuntime.Now, Level = LogLevel.Information, Integration = name, Number = "MUG-1", Outcome = OutcomeKind.Updated,
                Code = "Updated", Message = $"By {name}.",
            });
        }

        Assert.Equal(0, await _cli.RunAsync("record", "MUG-1"));

        Assert.Contains("MUG-1  Products (products)", _cli.Out);
        Assert.Contains("MUG-1  Stock (stock)", _cli.Out);
        Assert.Contains("Stock  Updated  Updated  By Stock.", _cli.Out);
    }

    [Fact]
    public async Task Record_that_nobody_knows_is_an_error_that_says_what_to_type()
    {
        Assert.Equal(1, await _cli.RunAsync("record", "4711"));

        Assert.Contains("run NAME --record 4711 --preview", _cli.Error);
    }

    [Fact]
    public async Task Credential_test_fails_where_one_fails_and_tests_all()
    {
        foreach (var name in new[] { "bad", "good" })
        {
            _cli.Runtime.Credentials[name] = new IntegrationCredential { Id = 1, Name = name, System = "Shopify", Address = "a" };
        }

        Assert.Equal(1, await _cli.RunAsync("credential", "test"));
        Assert.Contains("bad: failed, TokenRefused", _cli.Out);
        Assert.Contains("good: works, shopify:acme", _cli.Out);
        Assert.Contains("good: warning: An old version.", _cli.Out);
        Assert.Equal(0, await _cli.RunAsync("credential", "test", "good"));
    }

    [Theory]
    [InlineData("reset-cursor Berlin", "reset cursor Berlin")]
    [InlineData("credential remove acme", "remove credential acme")]
    [InlineData("config remove Berlin", "remove config Berlin")]
    public async Task Changes_reach_the_engine(string line, string call)
    {
        Assert.Equal(0, await _cli.RunAsync(line.Split(' ')));

        Assert.Equal([call], _cli.Runtime.Calls);
    }
}
