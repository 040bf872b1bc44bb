using PulpoSync.Engine.Contracts;

namespace PulpoSync.Tests.Storage;

public sealed class SqliteIntegrationsTests : IDisposable
{
    private readonly TempStore _temp = new();

    private IIntegrationStore Sut => _temp.Store.Integrations;

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Save_new_integration_gives_it_back_with_everything()
    {
        var recurring = _temp.AddIntegration("Shop Berlin");
        var schedule = new DailySchedule { At = new TimeOnly(3, 30), LookbackDays = 30, GapSeconds = 0, TimeZone = "Europe/Berlin" };
        var daily = Sut.Save(recurring with
        {
            Id = 0,
            Name = "Shop Berlin daily",
            Every = null,
            Enabled = false,
            Daily = schedule,
        });

        Assert.Equal(schedule, Sut.Find("SHOP BERLIN DAILY")!.Daily);
        Assert.False(daily.Enabled);
        Assert.Null(daily.Every);
        Assert.Equal(10, recurring.Every);
        Assert.Equal("a\nb", recurring.Settings["Tag"]);
        Assert.Equal(_temp.Time.GetUtcNow(), recurring.CreatedAt);
        Assert.Equal(["Shop Berlin", "Shop Berlin daily"], Sut.List().Select(integration => integration.Name));
    }

    [Fact]
    public void Save_existing_integration_keeps_cursor_and_last_start()
    {
        var integration = _temp.AddIntegration("Shop Berlin");
        var start = _temp.Time.GetUtcNow();
        Sut.SetCursor(integration.Id, "2026-03-01T08:00:00Z");
        Sut.SetSchedule(integration.Id, start, start + TempStore.Minute);

        var saved = Sut.Save(integration with { Name = "Shop Hamburg", Every = 5 });

        Assert.Equal("Shop Hamburg", saved.Name);
        Assert.Equal(5, saved.Every);
        Assert.Equal("2026-03-01T08:00:00Z", saved.Cursor);
        Assert.Equal(start, saved.LastStartedAt);
        Assert.Null(saved.NextDueAt);
    }

    [Fact]
    public void Save_existing_name_is_refused_until_it_is_deleted()
    {
        var integration = _temp.AddIntegration("Shop Berlin");
        Assert.Equal(ErrorIds.ConfigExists, Assert.Throws<PulpoSyncException>(() => _temp.AddIntegration("shop berlin")).ErrorId);
        Sut.Delete(integration.Id);
        Assert.NotEqual(integration.Id, _temp.AddIntegration("shop berlin").Id);
    }

    [Fact]
    public void Save_removed_integration_is_refused()
    {
        var integration = _temp.AddIntegration("Shop Berlin");
        Sut.Delete(integration.Id);
        Assert.Equal(ErrorIds.ConfigNotFound, Assert.Throws<PulpoSyncException>(() => Sut.Save(integration)).ErrorId);
    }

    [Fact]
    public void Due_gives_enabled_ones_whose_time_has_come_longest_due_first()
    {
        var now = _temp.Time.GetUtcNow();
        _temp.AddIntegration("just", now);
        _temp.AddIntegration("long ago", now - TempStore.Minute);
        _temp.AddIntegration("later", now + TempStore.Minute);
        _temp.AddIntegration("never");
        var off = _temp.AddIntegration("off", now);
        Sut.Save(off with { Enabled = false });
        Sut.Delete(_temp.AddIntegration("gone", now).Id);

        Assert.Equal(["long ago", "just"], Sut.Due(now).Select(integration => integration.Name));
    }

    [Fact]
    public void SetSchedule_without_start_keeps_the_last_one()
    {
        var integration = _temp.AddIntegration("Shop Berlin");
        var start = _temp.Time.GetUtcNow();
        Sut.SetSchedule(integration.Id, start, null);
        Sut.SetSchedule(integration.Id, null, start + TempStore.Minute);
        Assert.Equal(start, Sut.Find("Shop Berlin")!.LastStartedAt);
        Assert.Equal(start + TempStore.Minute, Sut.Find("Shop Berlin")!.NextDueAt);
    }

    [Fact]
    public void OfRoute_goes_by_accounts_not_by_credentials()
    {
        var integration = _temp.AddIntegration("Shop Berlin");
        var twin = _temp.AddCredential("same shop, new token", "shopify:acme");
        var other = _temp.AddCredential("other shop", "shopify:other");
        Sut.Save(integration with { Id = 0, Name = "twin", SourceId = twin.Id });
        Sut.Save(integration with { Id = 0, Name = "other shop", SourceId = other.Id });
        Sut.Save(integration with { Id = 0, Name = "other type", Type = IntegrationType.Stock });
        Sut.Delete(_temp.AddIntegration("gone").Id);

        Assert.Equal(["Shop Berlin", "twin"], Sut.OfRoute(integration.Id).Select(each => each.Name));
    }

    [Fact]
    public void OfRoute_without_accounts_holds_those_with_the_same_credentials_only()
    {
        var (a, b, warehouse) = (_temp.AddCredential("a"), _temp.AddCredential("b"), _temp.AddCredential("warehouse"));
        var first = Sut.Save(_temp.AddIntegration("template") with { Id = 0, Name = "first", SourceId = a.Id, DestinationId = warehouse.Id });
        Sut.Save(first with { Id = 0, Name = "second", SourceId = b.Id });
        Sut.Save(first with { Id = 0, Name = "third" });
        Assert.Equal(["first", "third"], Sut.OfRoute(first.Id).Select(each => each.Name));
    }

    [Fact]
    public void RouteId_is_the_same_for_the_same_accounts()
    {
        var first = Sut.RouteId(IntegrationType.SalesOrders, "shopify:a", "pulpo:b");
        Assert.Equal(first, Sut.RouteId(IntegrationType.SalesOrders, "shopify:a", "pulpo:b"));
        Assert.NotEqual(first, Sut.RouteId(IntegrationType.Stock, "shopify:a", "pulpo:b"));
        Assert.NotEqual(first, Sut.RouteId(IntegrationType.SalesOrders, "shopify:b", "pulpo:b"));
    }
}
