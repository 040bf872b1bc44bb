using System.Text.Json;
using PulpoSync.Engine.Contracts;
using static PulpoSync.Tests.Connectors.Shopify.ScriptedShop;

namespace PulpoSync.Tests.Connectors.Shopify;

/// <summary>How the client bears what a shop may answer.</summary>
public class ShopifyClientTests
{
    [Fact]
    public async Task Throttled_waits_as_long_as_the_bucket_needs_and_asks_again()
    {
        var fixture = new ShopFixture();
        fixture.Shop.On("OrdersPage", ShopJson.Throttled(807, 7), ShopJson.Page(null, ShopJson.Order()));

        var pages = await fixture.ReadAsync();

        Assert.Single(Assert.Single(pages).Records);
        // 800 points are missing at 100 a second.
        Assert.Equal(TimeSpan.FromSeconds(8), fixture.Traces[0].RetryIn);
        // 200 more are the reserve that is left to others.
        Assert.InRange(fixture.Elapsed, TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(10.5));
    }

    [Fact]
    public async Task Bucket_is_waited_for_before_sending_once_an_answer_has_told_its_level()
    {
        var fixture = new ShopFixture();
        var first = ShopJson.Page("a", ShopJson.Order(1)).Replace("\"currentlyAvailable\": 1800", "\"currentlyAvailable\": 507", StringComparison.Ordinal);
        fixture.Shop.On("OrdersPage", first, ShopJson.Page(null, ShopJson.Order(2)));

        await fixture.ReadAsync();

        // 807 and the reserve of 200, less 507: 500 points.
        Assert.InRange(fixture.Elapsed, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5.5));
        Assert.Equal(2, fixture.Shop.Asked.Count);
    }

    [Fact]
    public async Task Internal_error_without_data_is_tried_again()
    {
        var fixture = new ShopFixture();
        fixture.Shop.On("OrdersPage", ShopJson.Refused("INTERNAL_SERVER_ERROR"), ShopJson.Page(null, ShopJson.Order()));

        Assert.Single(Assert.Single(await fixture.ReadAsync()).Records);
    }

    [Fact]
    public async Task Internal_error_that_names_no_place_makes_the_whole_answer_doubtful()
    {
        var fixture = new ShopFixture();
        fixture.Shop.On("OrdersPage", ShopJson.Page(null, ShopJson.Error("INTERNAL_SERVER_ERROR"), ShopJson.Order(1)), ShopJson.Page(null, ShopJson.Order(1), ShopJson.Order(2)));

        Assert.Equal(2, Assert.Single(await fixture.ReadAsync()).Records.Count);
    }

    [Theory]
    [InlineData("BAD_REQUEST")]
    [InlineData("INVALID_VARIABLE")]
    [InlineData("undefinedField")]
    public async Task Refused_document_is_a_protocol_failure_that_repeats_no_words_of_the_vendor(string code)
    {
        var fixture = new ShopFixture();
        fixture.Shop.On("OrdersPage", ShopJson.Refused(code));

        var failure = await fixture.FailsAsync(fixture.ReadAsync());

        Assert.Equal((FailureKind.Protocol, "QueryRefused"), (failure.Kind, failure.Code));
        Assert.Contains(code, failure.Message, StringComparison.Ordinal);
        Assert.Contains("request-1", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("words", failure.Message, StringComparison.Ordinal);
        Assert.Single(fixture.Shop.Asked);
    }

    [Theory]
    [InlineData(401, FailureKind.Authentication, "AccessTokenRefused")]
    [InlineData(402, FailureKind.Authorization, "ShopFrozen")]
    [InlineData(403, FailureKind.Authorization, "ShopForbidden")]
    [InlineData(404, FailureKind.Configuration, "ShopNotFound")]
    [InlineData(423, FailureKind.Authorization, "ShopLocked")]
    [InlineData(301, FailureKind.Protocol, "Redirected")]
    [InlineData(400, FailureKind.Protocol, "BadRequest")]
    public async Task Status_is_told_apart(int status, FailureKind kind, string code)
    {
        var fixture = new ShopFixture();
        fixture.Shop.On("OrdersPage", _ => Json("<html>", status, type: "text/html"));

        var failure = await fixture.FailsAsync(fixture.ReadAsync());

        Assert.Equal((kind, code), (failure.Kind, failure.Code));
        Assert.Single(fixture.Shop.Asked);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("""{"orders": null}""")]
    public async Task Access_denied_without_data_names_what_is_needed(string data)
    {
        var fixture = new ShopFixture();
        fixture.Shop.On("OrdersPage", $$$"""
            {"data": {{{data}}}, "errors": [{"message": "Access denied", "path": ["orders"], "extensions": {"code": "ACCESS_DENIED", "requiredAccess": "`read_orders` access scope."}}]}
            """);

        var failure = await fixture.FailsAsync(fixture.ReadAsync());

        Assert.Equal(FailureKind.Authorization, failure.Kind);
        Assert.Contains("read_orders access scope", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Web_page_instead_of_json_is_tried_again()
    {
        var fixture = new ShopFixture();
        fixture.Shop.On("OrdersPage", _ => Json("<html>maintenance</html>", type: "text/html")).On("OrdersPage", ShopJson.Page(null, ShopJson.Order()));

        Assert.Single(Assert.Single(await fixture.ReadAsync()).Records);
    }

    [Fact]
    public async Task Variables_keep_explicit_nulls()
    {
        var fixture = new ShopFixture();
        fixture.Shop.On("OrdersPage", ShopJson.Page(null));

        await fixture.ReadAsync();

        Assert.Equal(JsonValueKind.Null, fixture.Shop.VariablesOf("OrdersPage").Single().GetProperty("after").ValueKind);
    }

    [Fact]
    public async Task Refused_token_of_a_day_is_renewed_once_and_the_request_repeated()
    {
        var fixture = ClientCredentials();
        fixture.Shop.On("token", Token("shpat_one"), Token("shpat_two"))
            .On("OrdersPage", _ => Json("", 401)).On("OrdersPage", ShopJson.Page(null, ShopJson.Order()));

        Assert.Single(Assert.Single(await fixture.ReadAsync()).Records);

        Assert.Equal([null, "shpat_one", null, "shpat_two"], fixture.Shop.Asked.Select(ask => ask.Token));
    }

    [Fact]
    public async Task Refused_again_is_an_authentication_failure()
    {
        var fixture = ClientCredentials();
        fixture.Shop.On("token", Token("shpat_one"), Token("shpat_two")).On("OrdersPage", _ => Json("", 401));

        var failure = await fixture.FailsAsync(fixture.ReadAsync());

        Assert.Equal(FailureKind.Authentication, failure.Kind);
        Assert.Equal(2, fixture.Tokens.Logins.Count);
    }

    [Fact]
    public async Task Token_is_asked_for_by_form_and_renewed_before_its_end()
    {
        var fixture = ClientCredentials();
        fixture.Shop.On("token", Token("shpat_one")).On("OrdersPage", ShopJson.Page(null));

        await fixture.ReadAsync();

        Assert.Equal("grant_type=client_credentials&client_id=id%201&client_secret=s%26cret", fixture.Shop.Asked[0].Body);
        Assert.Equal(fixture.StartedAt.AddSeconds(86399).AddMinutes(-5), Assert.Single(fixture.Tokens.Logins).ExpiresAt);
    }

    [Theory]
    [InlineData("""{"error":"shop_not_permitted"}""", FailureKind.Authorization, "ShopNotPermitted")]
    [InlineData("""<html>Oauth error app_not_installed</html>""", FailureKind.Authorization, "AppNotInstalled")]
    [InlineData("""{"error":"invalid_client"}""", FailureKind.Authentication, "ClientCredentialsRefused")]
    public async Task Refused_grant_says_why(string body, FailureKind kind, string code)
    {
        var fixture = ClientCredentials();
        fixture.Shop.On("token", _ => Json(body, 400));

        var failure = await fixture.FailsAsync(fixture.ReadAsync());

        Assert.Equal((kind, code), (failure.Kind, failure.Code));
        Assert.DoesNotContain("s&cret", failure.Message, StringComparison.Ordinal);
    }

    private static string Token(string token) => $$$"""{"access_token": "{{{token}}}", "scope": "read_orders", "expires_in": 86399}""";

    private static ShopFixture ClientCredentials()
    {
        var fixture = new ShopFixture();
        fixture.Secrets.Clear();
        fixture.Fields["ClientId"] = "id 1";
        fixture.Secrets["ClientSecret"] = "s&cret";
        return fixture;
    }
}
