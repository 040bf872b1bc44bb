using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Sandbox.Billbee;

public class BillbeeAccessTests
{
    [Theory]
    [InlineData("Api@Acme.example", "pässword:1", "key-1", true)]
    [InlineData("api@acme.EXAMPLE", "pässword:1", "key-1", true)]
    [InlineData("Api@Acme.example", "pässword:1", null, false)]
    [InlineData("Api@Acme.example", "pässword:1", "key-2", false)]
    [InlineData("Api@Acme.example", "password", "key-1", false)]
    [InlineData("other@acme.example", "pässword:1", "key-1", false)]
    [InlineData(null, null, "key-1", false)]
    public async Task Request_needs_both_credentials(string? user, string? password, string? key, bool known)
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();
        billbee.Login(user, password, key);

        var answer = await billbee.GetAsync("products/stocks");

        Assert.Equal(known ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, answer.Status);
        if (!known) Assert.NotNull((string?)answer.Json["Message"]);
    }

    [Fact]
    public async Task Password_that_was_changed_locks_the_old_one_out()
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();

        billbee.Account.SetPassword("other");

        Assert.Equal(HttpStatusCode.Unauthorized, (await billbee.GetAsync("products/stocks")).Status);
    }

    [Fact]
    public async Task Account_that_has_its_api_switched_off_answers_with_its_error_code()
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync(o => o with { RefusalStatus = 200 });
        billbee.Account.ApiActivated = false;

        var answer = await billbee.GetAsync("orders");

        Assert.Equal((HttpStatusCode.OK, 1), (answer.Status, answer.ErrorCode));
    }

    [Theory]
    [InlineData("GET", "warehouses", HttpStatusCode.NotFound)]
    [InlineData("GET", "orders/1/2/3", HttpStatusCode.NotFound)]
    [InlineData("GET", "orders/abc", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "orders/1/tags", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "ORDERS", HttpStatusCode.OK)]
    public async Task Path_is_found_as_the_vendors_framework_does(string method, string path, HttpStatusCode status)
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();

        var answer = await billbee.SendAsync(new HttpMethod(method), path, null);

        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task Account_that_is_not_there_is_not_found()
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await billbee.GetAsync(new Uri(billbee.Host.Address, "billbee/other/api/v1/orders").ToString())).Status);
    }

    [Theory]
    [InlineData("""{"NewStateId":"x"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"NewStateId":{}}""", HttpStatusCode.BadRequest)]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("""{"NewStateId":4,"Unknown":[1]}""", HttpStatusCode.OK)]
    [InlineData("""{"newstateid":"4"}""", HttpStatusCode.OK)]
    public async Task Body_of_the_wrong_type_is_a_bad_request_and_unknown_fields_are_passed_over(string body, HttpStatusCode status)
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();
        var id = billbee.AddOrders(1)[0];
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var response = await billbee.Http.PutAsync($"orders/{id}/orderstate", content);

        Assert.Equal(status, response.StatusCode);
        if (status == HttpStatusCode.BadRequest) Assert.Contains("\"Message\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(status == HttpStatusCode.OK ? 4 : 3, billbee.Account.Order(id).State);
    }

    [Theory]
    [InlineData(false, "2")]
    [InlineData(true, "\"OrderNotFound\"")]
    public async Task Error_description_is_a_number_or_a_name(bool asText, string expected)
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync(o => o with { ErrorDescriptionAsText = asText });

        var answer = await billbee.GetAsync("orders/1");

        Assert.Equal((HttpStatusCode.NotFound, 2), (answer.Status, answer.ErrorCode));
        Assert.Equal(expected, answer.Json["ErrorDescription"]!.ToJsonString());
        Assert.True(answer.Json.AsObject().ContainsKey("Data"));
    }

    [Theory]
    [InlineData(404, BillbeeErrorStyle.Message, "Message")]
    [InlineData(404, BillbeeErrorStyle.Envelope, "ErrorMessage")]
    [InlineData(200, BillbeeErrorStyle.Message, "ErrorMessage")]
    public async Task Refusal_has_the_form_of_the_options(int status, BillbeeErrorStyle style, string field)
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync(o => o with { MissingStatus = status, ErrorStyle = style });

        var answer = await billbee.GetAsync("orders/1");

        Assert.Equal(status, (int)answer.Status);
        Assert.Equal("Order not found", (string?)answer.Json[field]);
    }

    [Fact]
    public async Task Fault_finds_its_endpoint_by_the_path_template()
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();
        billbee.Account.AddProduct("MUG");
        billbee.Host.Faults.Add(new Fault
        {
            Kind = FaultKind.Status, Status = 200, System = "billbee", Operation = "GET /api/v1/products/{idOrSku}", Body = """{"ErrorCode":8}""",
        });

        var answer = await billbee.GetAsync("products/MUG?lookupBy=sku");

        Assert.Equal(8, answer.ErrorCode);
        Assert.Equal(1, billbee.Host.Traffic.CountOf("billbee", "GET /api/v1/products/{idOrSku}"));
    }

    [Fact]
    public async Task Recording_tells_which_credentials_came_along_but_not_their_values()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.jsonl");
        try
        {
            await using (var billbee = await BillbeeSandboxClient.StartAsync(recordTo: file))
            {
                await billbee.GetAsync("orders?page=1");
                billbee.Login(null, null, null);
                await billbee.GetAsync("orders");
            }

            var lines = await File.ReadAllLinesAsync(file);
            var credentials = lines.Select(l => JsonNode.Parse(l)!["credentials"]!.AsArray().Select(c => (string)c!).ToArray()).ToArray();
            Assert.Equal(["Authorization: Basic", "X-Billbee-Api-Key"], credentials[0]);
            Assert.Empty(credentials[1]);
            Assert.DoesNotContain("key-1", string.Concat(lines), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
