using System.Net;
using System.Net.Http.Json;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Sandbox.Pulpo;

public class PulpoAccessTests
{
    [Fact]
    public async Task Login_promises_twelve_hours_and_keeps_one()
    {
        await using var pulpo = await PulpoClient.StartAsync();

        var login = await pulpo.PostAsync("auth", PulpoClient.Login());
        Assert.Equal(43200, (int)login.Json["expires_in"]!);
        Assert.Equal("bearer", (string?)login.Json["token_type"]);

        pulpo.Time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(HttpStatusCode.OK, (await pulpo.GetAsync("iam/users/me")).Status);
        pulpo.Time.Advance(TimeSpan.FromMinutes(2));
        var late = await pulpo.GetAsync("iam/users/me");
        Assert.Equal(HttpStatusCode.Unauthorized, late.Status);
        Assert.Equal("unauthorized", (string?)late.Json["errors"]!["message"]);
    }

    [Fact]
    public async Task Login_takes_a_form_as_well()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["username"] = "acme_api", ["password"] = "secret", ["scope"] = "default" });

        using var response = await pulpo.Http.PostAsync("auth", form);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Login_with_a_wrong_password_is_unauthorized()
    {
        await using var pulpo = await PulpoClient.StartAsync();

        var answer = await pulpo.PostAsync("auth", PulpoClient.Login("wrong"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal((1, 1), (pulpo.Tenant.Logins, pulpo.Tenant.FailedLogins));
    }

    [Fact]
    public async Task Login_with_a_refresh_token_is_refused()
    {
        await using var pulpo = await PulpoClient.StartAsync();

        var answer = await pulpo.PostAsync("auth", new { grant_type = "refresh_token", username = "acme_api", password = "secret", scope = "default" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(403)]
    public async Task Too_many_logins_ban_the_address_until_the_ban_ends(int status)
    {
        await using var pulpo = await PulpoClient.StartAsync(o => o with { LoginsPerMinute = 3, BanStatus = status, BanDuration = TimeSpan.FromMinutes(10) });

        for (var login = 2; login <= 3; login++) Assert.Equal(HttpStatusCode.OK, (await pulpo.PostAsync("auth", PulpoClient.Login())).Status);
        Assert.Equal(status, (int)(await pulpo.PostAsync("auth", PulpoClient.Login())).Status);
        Assert.Equal(status, (int)(await pulpo.GetAsync("warehouses")).Status);

        pulpo.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(HttpStatusCode.OK, (await pulpo.GetAsync("warehouses")).Status);
    }

    [Fact]
    public async Task Request_beyond_the_rate_is_too_many()
    {
        await using var pulpo = await PulpoClient.StartAsync(o => o with { RequestsPerMinute = 2 });

        Assert.Equal(HttpStatusCode.OK, (await pulpo.GetAsync("warehouses")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await pulpo.GetAsync("warehouses")).Status);
        pulpo.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await pulpo.GetAsync("warehouses")).Status);
    }

    [Fact]
    public async Task Logout_and_revoking_make_a_token_invalid()
    {
        await using var pulpo = await PulpoClient.StartAsync();

        await pulpo.PostAsync("auth/logout");
        Assert.Equal(HttpStatusCode.Unauthorized, (await pulpo.GetAsync("warehouses")).Status);

        await pulpo.LoginAsync();
        Assert.Equal(HttpStatusCode.OK, (await pulpo.GetAsync("warehouses")).Status);
        pulpo.Tenant.RevokeTokens();
        Assert.Equal(HttpStatusCode.Unauthorized, (await pulpo.GetAsync("warehouses")).Status);
    }

    [Fact]
    public async Task Me_names_tenant_and_warehouses_of_the_user()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        pulpo.Tenant.AddUser("acme_paris", "secret", "Paris");

        var me = await pulpo.GetAsync("iam/users/me");
        Assert.Equal(43, (int)me.Json["tenant_id"]!);
        Assert.Equal(["Berlin", "Paris"], me.Each("warehouses", "name"));

        var login = await pulpo.PostAsync("auth", new { username = "acme_paris", password = "secret", scope = "default" });
        pulpo.Http.DefaultRequestHeaders.Authorization = new("Bearer", (string?)login.Json["access_token"]);
        Assert.Equal(["Paris"], (await pulpo.GetAsync("iam/users/me")).Each("warehouses", "name"));
        var refused = await pulpo.PostAsync("sales/orders", pulpo.Order("1"));
        Assert.NotNull(refused.Json["errors"]!["warehouse_id"]);
    }

    [Fact]
    public async Task Health_needs_no_login_and_unknown_paths_are_not_found()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await pulpo.GetAsync("sales/unknown")).Status);

        pulpo.Http.DefaultRequestHeaders.Authorization = null;
        Assert.Equal(HttpStatusCode.NoContent, (await pulpo.GetAsync("")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await pulpo.GetAsync("sales/orders")).Status);
    }

    [Fact]
    public async Task Body_that_is_no_json_is_a_bad_request()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        using var body = new StringContent("{", null, "application/json");

        using var response = await pulpo.Http.PostAsync("sales/orders", body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Control_endpoint_moves_the_world_on()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        var control = new Uri(pulpo.Host.Address, "control/pulpo/acme/");
        await pulpo.CreateAsync("#1001-A");

        using var advanced = await pulpo.Http.PostAsJsonAsync(new Uri(control, "orders/%231001-A/advance"), new { state = "shipping", pack = new { boxes = 1 } });
        using var impossible = await pulpo.Http.PostAsync(new Uri(control, "orders/%231001-A/resume"), null);

        Assert.Equal(HttpStatusCode.NoContent, advanced.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, impossible.StatusCode);
        Assert.Equal("shipping", pulpo.StateOf("#1001-A"));
        var dump = await pulpo.Http.GetStringAsync(new Uri(control, "dump"));
        Assert.Contains("00340434", dump, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Control_endpoint_moves_goods()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        var control = new Uri(pulpo.Host.Address, "control/pulpo/acme/");
        await pulpo.CreateAsync("1");
        pulpo.Tenant.Advance("1", "packing");
        (HttpMethod Method, string Path, object? Body)[] steps =
        [
            (HttpMethod.Put, "stock", new { sku = "MUG", warehouse = "Berlin", quantity = 5 }),
            (HttpMethod.Post, "stock/move", new { sku = "MUG", warehouse = "Berlin", quantity = 1, from = "Storage", to = "Shop" }),
            (HttpMethod.Post, "orders/1/pack", new { parcels = new[] { new { lines = new[] { new { line = "L1", quantity = 2 } }, label = new { carrier = "ups" } } } }),
            (HttpMethod.Post, "orders/1/ship", null),
            (HttpMethod.Post, "orders/1/returns", new { lines = new[] { new { line = "L1", quantity = 1 } }, notes = "late" }),
        ];

        foreach (var (method, path, body) in steps)
        {
            using var request = new HttpRequestMessage(method, new Uri(control, path)) { Content = body is null ? null : JsonContent.Create(body) };
            using var answer = await pulpo.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        }

        var stock = await pulpo.Http.GetFromJsonAsync<PulpoStock[]>(new Uri(control, "stock"));
        Assert.Equal((4L, 1L, 1L), stock!.Select(s => (s.Storage, s.Shop, s.Returned)).Single());
        Assert.Equal(("ended", "ups"), (pulpo.StateOf("1"), pulpo.Tenant.Packings.Single().Boxes.Single().Trackings.Single().Carrier));
    }

    [Fact]
    public async Task Control_endpoint_adds_tenants_with_their_options()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        var options = new { name = "other", missingIdStatus = 404, tokenLifetime = "00:30:00", errorShape = "ListOfMaps", multiValueFilters = new { sku = "Ignored" } };

        using var added = await pulpo.Http.PostAsJsonAsync(new Uri(pulpo.Host.Address, "control/tenants"), options);
        using var seeded = await pulpo.Http.PostAsJsonAsync(new Uri(pulpo.Host.Address, "control/pulpo/other/seed"), new { warehouses = new[] { "Rome" } });

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.NoContent), (added.StatusCode, seeded.StatusCode));
        var other = pulpo.Host.Tenants["other"];
        Assert.Equal(("other_api", 404, ErrorShape.ListOfMaps), (other.Username, other.Options.MissingIdStatus, other.Options.ErrorShape));
        Assert.Equal(MultiValueFilter.Ignored, other.Options.MultiValueFilters["sku"]);
        Assert.Equal(TimeSpan.FromMinutes(30), other.Options.TokenLifetime);
    }
}
