using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Tests.Sandbox.Shopify;

public sealed class AccessTests
{
    private const string ShopId = "{ shop { id } }";

    private static readonly OrderDraft Complete = new()
    {
        Lines = [new OrderLineDraft { Sku = "A" }],
        Customer = new CustomerDraft("Anna", "Müller", "anna@example.com"),
        ShippingAddress = new Address { FirstName = "Anna", LastName = "Müller", Address1 = "Weg 1", Zip = "50667", City = "Köln" },
    };

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json")]
    public async Task Client_credentials_give_a_token_for_a_day_less_a_second(string type)
    {
        await using var client = await ShopClient.StartAsync();

        var granted = await GrantAsync(client, type);
        client.Token = (string)granted["access_token"]!;

        Assert.Equal(86399, (int)granted["expires_in"]!);
        Assert.Contains("read_orders", ((string)granted["scope"]!).Split(','));
        client.Time.Advance(TimeSpan.FromSeconds(86398));
        Assert.Equal(200, (int)(await client.SendAsync(ShopId)).StatusCode);
        client.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(401, (int)(await client.SendAsync(ShopId)).StatusCode);
    }

    [Fact]
    public async Task Revoked_token_is_401_and_a_new_one_works()
    {
        await using var client = await ShopClient.StartAsync();
        client.Token = (string)(await GrantAsync(client))["access_token"]!;

        client.Shop.RevokeTokens();
        Assert.Equal(401, (int)(await client.SendAsync(ShopId)).StatusCode);
        client.Token = (string)(await GrantAsync(client))["access_token"]!;
        Assert.Equal(200, (int)(await client.SendAsync(ShopId)).StatusCode);
    }

    [Theory]
    [InlineData(false, true, "shop_not_permitted")]
    [InlineData(true, false, "app_not_installed")]
    public async Task Client_credentials_are_refused_for_shops_that_are_not_the_apps(bool ofOrganization, bool installed, string error)
    {
        await using var client = await ShopClient.StartAsync(new ShopOptions { Name = "demo", AppIsOfThisOrganization = ofOrganization, AppIsInstalled = installed });

        Assert.Equal(error, (string?)(await GrantAsync(client))["error"]);
    }

    [Fact]
    public async Task Wrong_token_is_401()
    {
        await using var client = await ShopClient.StartAsync();
        client.Token = "shpat_wrong";

        Assert.Equal(401, (int)(await client.SendAsync(ShopId)).StatusCode);
    }

    [Theory]
    [InlineData(ShopState.Frozen, 402)]
    [InlineData(ShopState.Forbidden, 403)]
    [InlineData(ShopState.Locked, 423)]
    public async Task Shop_that_cannot_be_used_says_so(ShopState state, int status)
    {
        await using var client = await ShopClient.StartAsync(new ShopOptions { Name = "demo", State = state });

        Assert.Equal(status, (int)(await client.SendAsync(ShopId)).StatusCode);
    }

    [Theory]
    [InlineData("2026-10", "2026-10")]
    [InlineData("2025-01", "2026-01")]
    public async Task Version_that_is_past_is_served_by_the_oldest_supported(string asked, string served)
    {
        await using var client = await ShopClient.StartAsync();

        using var response = await client.SendAsync(ShopId, version: asked);

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(served, Assert.Single(response.Headers.GetValues("X-Shopify-API-Version")));
        Assert.Single(response.Headers.GetValues("X-Request-Id"));
    }

    [Fact]
    public async Task Unknown_shop_and_path_are_404()
    {
        await using var client = await ShopClient.StartAsync();

        Assert.Equal(404, (int)(await client.Http.PostAsync(new Uri(client.Host.Address, "shopify/none/admin/api/2026-10/graphql.json"), null)).StatusCode);
        Assert.Equal(404, (int)(await client.Http.GetAsync("admin/api/2026-10/orders.json")).StatusCode);
    }

    [Fact]
    public async Task Missing_read_customers_gives_partial_data_with_an_error_per_order()
    {
        await using var client = await ShopClient.StartAsync();
        Remove(client, "read_customers");
        client.Shop.CreateOrder(Complete);
        client.Shop.CreateOrder(Complete);

        var answer = await client.QueryAsync("{ orders(first: 5) { nodes { name customer { id } } } }");

        var nodes = answer["data"]!["orders"]!["nodes"]!.AsArray();
        Assert.Equal(2, nodes.Count);
        Assert.All(nodes, n => Assert.Null(n!["customer"]));
        Assert.Equal(2, answer["errors"]!.AsArray().Count);
        var error = answer["errors"]![1]!;
        Assert.Equal("Access denied for customer field. Required access: `read_customers` access scope.", (string?)error["message"]);
        Assert.Equal("ACCESS_DENIED", (string?)error["extensions"]!["code"]);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""["orders","nodes",1,"customer"]"""), error["path"]), error.ToJsonString());
    }

    [Fact]
    public async Task Missing_scope_for_a_list_that_must_not_be_null_leaves_no_data()
    {
        await using var client = await ShopClient.StartAsync();
        Remove(client, "read_locations");
        Remove(client, "read_inventory");

        var answer = await client.QueryAsync("{ shop { id } locations(first: 5) { nodes { id } } }");

        Assert.True(answer.AsObject().ContainsKey("data"));
        Assert.Null(answer["data"]);
        Assert.Equal("ACCESS_DENIED", (string?)answer["errors"]![0]!["extensions"]!["code"]);
    }

    [Fact]
    public async Task Missing_fulfilment_order_scope_leaves_them_out_in_silence()
    {
        await using var client = await ShopClient.StartAsync();
        Remove(client, "read_merchant_managed_fulfillment_orders");
        Remove(client, "write_merchant_managed_fulfillment_orders");
        var order = client.Shop.CreateOrder(Complete);

        var answer = await client.QueryAsync(Documents.Order, new { id = order.Gid });

        Assert.Empty(answer["data"]!["order"]!["fulfillmentOrders"]!["nodes"]!.AsArray());
        Assert.Null(answer["errors"]);
    }

    [Theory]
    [InlineData(CustomerDataAccess.Null, 0)]
    [InlineData(CustomerDataAccess.Denied, 2)]
    public async Task Withheld_customer_data_is_null_with_or_without_errors(CustomerDataAccess access, int errors)
    {
        await using var client = await ShopClient.StartAsync(new ShopOptions { Name = "demo", Plan = ShopPlan.Basic, CustomerData = access });
        client.Shop.CreateOrder(Complete);

        var answer = await client.QueryAsync("{ orders(first: 5) { nodes { email shippingAddress { name city countryCodeV2 } } } }");

        var order = answer["data"]!["orders"]!["nodes"]![0]!;
        Assert.Null(order["email"]);
        Assert.Null(order["shippingAddress"]!["name"]);
        Assert.Equal("Köln", (string?)order["shippingAddress"]!["city"]);
        Assert.Equal(errors, answer["errors"]?.AsArray().Count ?? 0);
    }

    [Fact]
    public async Task Preflight_shows_the_granted_scopes_and_the_plan()
    {
        await using var client = await ShopClient.StartAsync();

        var data = (await client.QueryAsync("""
            { shop { name myshopifyDomain currencyCode ianaTimezone orderNumberFormatPrefix orderNumberFormatSuffix plan { publicDisplayName shopifyPlus partnerDevelopment } }
              currentAppInstallation { accessScopes { handle } } locations(first: 250) { nodes { name isActive fulfillsOnlineOrders } } }
            """))["data"]!;

        Assert.Equal("demo.myshopify.com", (string?)data["shop"]!["myshopifyDomain"]);
        Assert.Equal("Grow", (string?)data["shop"]!["plan"]!["publicDisplayName"]);
        Assert.Contains("read_all_orders", data["currentAppInstallation"]!["accessScopes"]!.AsArray().Select(s => (string)s!["handle"]!));
        Assert.Equal(["Berlin", "Hamburg", "Showroom"], data["locations"]!["nodes"]!.AsArray().Select(l => (string)l!["name"]!));
    }

    private static void Remove(ShopClient client, string scope) =>
        client.Shop.Options = client.Shop.Options with { Scopes = [.. client.Shop.Options.Scopes.Where(s => s != scope)] };

    private static async Task<JsonNode> GrantAsync(ShopClient client, string type = "application/x-www-form-urlencoded")
    {
        var fields = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = "sandbox-client", ["client_secret"] = "shpss_sandbox",
        };
        using HttpContent content = type.EndsWith("json", StringComparison.Ordinal) ? JsonContent.Create(fields) : new FormUrlEncodedContent(fields);
        using var response = await client.Http.PostAsync("admin/oauth/access_token", content);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
