using Microsoft.Data.Sqlite;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.EndToEnd.BadInput;

/// <summary>An integration that somebody has spoilt behind our back.</summary>
public class SpoiltIntegrationTests
{
    [Fact]
    public async Task Run_of_a_spoilt_integration_fails_alone()
    {
        await using var rehearsal = await Rehearsal.StartAsync();
        rehearsal.Shop.Seed(new ShopSeed { Seed = 5, Orders = 5, Plain = true });
        await rehearsal.AddOrdersAsync("A spoilt one", settings: ("PageSize", "20"));
        await rehearsal.AddOrdersAsync("Orders", settings: ("StartFrom", "2020-01-01"));
        Spoil(rehearsal.StorePath);

        var runs = (await rehearsal.RunAsync(new StartRequest { Due = true })).ToDictionary(run => run.Integration);

        Assert.Equal((RunStatus.Failed, ErrorIds.InternalError), (runs["A spoilt one"].Status, runs["A spoilt one"].Error!.Code));
        Assert.Equal((RunStatus.Finished, 5), (runs["Orders"].Status, runs["Orders"].Counts.Created));
        Assert.Contains(rehearsal.Events.OfType<RunFault>(), fault => fault.Integration == "A spoilt one" && fault.Message.Contains("twenty", StringComparison.Ordinal));
        Assert.Contains(rehearsal.Runtime.GetLog(new LogQuery("A spoilt one")), line => line.Code == ErrorIds.InternalError);
    }

    private static void Spoil(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """UPDATE integrations SET settings = replace(settings, '"20"', '"twenty"') WHERE name = 'A spoilt one'""";
        Assert.Equal(1, command.ExecuteNonQuery());
    }
}
