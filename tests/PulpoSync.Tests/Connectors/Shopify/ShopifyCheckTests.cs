using PulpoSync.Engine.Contracts;
using static PulpoSync.Tests.Connectors.Shopify.ScriptedShop;

namespace PulpoSync.Tests.Connectors.Shopify;

public class ShopifyCheckTests
{
    private const string Needed = "read_orders read_products read_customers read_locations read_merchant_managed_fulfillment_orders";

    private static readonly CheckRequest Orders = new(IntegrationType.SalesOrders, Role.Source, SettingBag.Empty);

    [Fact]
    public async Task CheckAsync_learns_account_zone_and_all_locations()
    {
        var fixture = With(Preflight(Needed + " read_all_orders"));
        fixture.Shop.On("Locations", Locations("next", "Berlin"), Locations(null, "Hamburg"));

        var check = await CheckAsync(fixture, Orders);

        Assert.Null(check.Failure);
        Assert.Equal(("shopify:acme.myshopify.com", "Acme", "Europe/Berlin"), (check.Account, check.AccountName, check.TimeZone));
        Assert.Equal(["Berlin", "Hamburg"], check.Locations.Select(place => place.Name));
        Assert.Empty(check.Warnings);
    }

    [Fact]
    public async Task CheckAsync_refuses_missing_scopes_naming_them()
    {
        var fixture = With(Preflight("read_orders read_products read_customers write_locations"));

        var failure = (await CheckAsync(fixture, Orders)).Failure!;

        Assert.Equal((FailureKind.Authorization, "ScopesMissing"), (failure.Kind, failure.Code));
        Assert.Contains("add read_merchant_managed_fulfillment_orders.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckAsync_of_a_credential_alone_says_what_would_be_missing_and_works_without_locations()
    {
        var fixture = With(Preflight("read_orders"));

        var check = await CheckAsync(fixture, CheckRequest.Credential);

        Assert.Null(check.Failure);
        Assert.Empty(check.Locations);
        Assert.Contains(check.Warnings, text => text.Contains("read_locations", StringComparison.Ordinal));
        Assert.Contains(check.Warnings, text => text.Contains("read_third_party_fulfillment_orders", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(58, "", false)]
    [InlineData(60, "", true)]
    [InlineData(60, " read_all_orders", false)]
    public async Task CheckAsync_warns_of_orders_that_the_shop_will_hide(int daysBack, string more, bool warns)
    {
        var fixture = With(Preflight(Needed + more));
        fixture.Shop.On("Locations", Locations(null, "Berlin"));
        var settings = new SettingBag(new Dictionary<string, string> { ["StartFrom"] = $"{fixture.StartedAt.AddDays(-daysBack):O}" });

        var check = await CheckAsync(fixture, Orders with { Settings = settings });

        Assert.Equal(warns, check.Warnings.Any(text => text.Contains("read_all_orders", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Basic", "2026-10", "Basic")]
    [InlineData("Grow", "2026-07", "2026-07")]
    [InlineData("Grow", "2026-10", null)]
    public async Task CheckAsync_warns_of_plan_and_version(string plan, string served, string? word)
    {
        var fixture = new ShopFixture();
        fixture.Shop.On("Preflight", _ => Json(Preflight(Needed, plan), version: served)).On("Locations", Locations(null, "Berlin"));

        var check = await CheckAsync(fixture, Orders);

        if (word is null) Assert.Empty(check.Warnings);
        else Assert.Contains(word, Assert.Single(check.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckAsync_gives_a_refusal_as_value()
    {
        var fixture = new ShopFixture();
        fixture.Shop.On("Preflight", _ => Json("", 401));

        Assert.Equal(FailureKind.Authentication, (await CheckAsync(fixture, Orders)).Failure!.Kind);
    }

    [Theory]
    [InlineData("""{"data": {"shop": null}, "errors": [{"message": "Access denied for shop field.", "path": ["shop"], "extensions": {"code": "ACCESS_DENIED"} }]}""", "AccessDenied")]
    [InlineData("""{"data": {"shop": null}}""", "NoShop")]
    public async Task CheckAsync_of_a_shop_that_does_not_say_which_it_is_says_why(string answer, string code) =>
        Assert.Equal(code, (await CheckAsync(With(answer), Orders)).Failure!.Code);

    [Fact]
    public async Task ValidateSettingsAsync_names_locations_that_do_not_exist_and_those_that_do()
    {
        var fixture = With(Preflight(Needed));
        fixture.Shop.On("Locations", Locations(null, "Berlin", "Hamburg"));
        var settings = new SettingBag(new Dictionary<string, string> { ["WarehouseMap"] = "berlin=Main\nMünchen=South" });

        var failures = await fixture.RunAsync(fixture.Connect().ValidateSettingsAsync(Orders with { Settings = settings }, default));

        var failure = Assert.Single(failures);
        Assert.Equal(FailureKind.Configuration, failure.Kind);
        Assert.Contains("\"München\"", failure.Message, StringComparison.Ordinal);
        Assert.Contains("\"Berlin\", \"Hamburg\"", failure.Message, StringComparison.Ordinal);
    }

    private static ShopFixture With(string preflight)
    {
        var fixture = new ShopFixture();
        fixture.Shop.On("Preflight", preflight);
        return fixture;
    }

    private static Task<CheckResult> CheckAsync(ShopFixture fixture, CheckRequest request) => fixture.RunAsync(fixture.Connect().CheckAsync(request, default));

    private static string Preflight(string scopes, string plan = "Grow") => $$$"""
        {"data": {"shop": {"name": "Acme", "myshopifyDomain": "acme.myshopify.com", "ianaTimezone": "Europe/Berlin", "plan": {"publicDisplayName": "{{{plan}}}"} },
          "currentAppInstallation": {"accessScopes": [{{{string.Join(", ", scopes.Split(' ').Select(scope => $"{{\"handle\": \"{scope}\"}}"))}}}]} } }
        """;

    private static string Locations(string? next, params string[] names) => $$$"""
        {"data": {"locations": {"pageInfo": {"hasNextPage": {{{(next is null ? "false" : "true")}}}, "endCursor": "{{{next}}}"},
          "nodes": [{{{string.Join(", ", names.Select(name => $"{{\"id\": \"gid://shopify/Location/{name}\", \"name\": \"{name}\"}}"))}}}]} } }
        """;
}
