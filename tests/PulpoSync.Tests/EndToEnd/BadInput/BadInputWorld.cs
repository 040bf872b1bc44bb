using PulpoSync.Sandbox;

namespace PulpoSync.Tests.EndToEnd.BadInput;

/// <summary>
/// A store in daily use: credentials <c>Shop</c> and <c>PULPO</c>, integrations <c>Orders</c> (recurring) and <c>Nightly</c> (daily), a run behind it.
/// Bad input leaves it as it is, so that all tests of a class share one.
/// </summary>
public sealed class BadInputWorld : IAsyncLifetime
{
    private Rehearsal? _rehearsal;

    internal Rehearsal Rehearsal => _rehearsal!;
    internal IPulpoSyncRuntime Runtime => Rehearsal.Runtime;

    public async Task InitializeAsync()
    {
        _rehearsal = await Rehearsal.StartAsync();
        Rehearsal.Shop.Seed(new ShopSeed { Seed = 5, Orders = 30 });
        await Rehearsal.AddOrdersAsync(settings: [("PhysicalOnly", "true"), ("StartFrom", "2020-01-01"), ("WarehouseMap", "Showroom=Berlin")]);
        await Runtime.NewConfigAsync(
            new ConfigDefinition { Name = "Nightly", Type = IntegrationType.SalesOrders, Source = "Shop", Destination = "PULPO", DailyAt = "02:30", TimeZone = "Europe/Berlin" },
            CancellationToken.None);
        var run = await Rehearsal.RunAsync();
        Assert.True(run.Counts.Created > 0, $"{run.Status}: {run.Error}");
    }

    public Task DisposeAsync() => Rehearsal.DisposeAsync().AsTask();

    /// <summary>Does something wrong; holds the error against what it has to be, and the store against what it was.</summary>
    /// <param name="wrong">What is wrong.</param>
    /// <param name="errorId">Id of the error.</param>
    /// <param name="says">What its message says, also what to type instead.</param>
    internal async Task<PulpoSyncException> AssertRefusedAsync(Func<Task> wrong, string errorId, params string[] says)
    {
        var before = StoreDump.Of(Rehearsal.StorePath);

        var error = await Assert.ThrowsAsync<PulpoSyncException>(wrong);

        Assert.Equal((errorId, true), (error.ErrorId, error.Message.Length > 0));
        foreach (var text in says) Assert.Contains(text, error.Message, StringComparison.Ordinal);
        Assert.Equal(before, StoreDump.Of(Rehearsal.StorePath));
        return error;
    }
}
