using System.Net;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Sandbox.Pulpo;

public class PulpoThirdPartyTests
{
    [Fact]
    public async Task Third_party_is_found_by_its_identifier_number_and_echoes_its_attributes()
    {
        await using var pulpo = await PulpoClient.StartAsync();

        var created = await pulpo.PostAsync("iam/third_parties", Party("SHOP-77"));
        var found = await pulpo.GetAsync("iam/third_parties?identifier_number=SHOP-77&third_type=C");

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Equal([created.Json["id"]!.ToString()], found.Each("third_parties", "id"));
        Assert.Equal("10115", (string?)found.Json["third_parties"]![0]!["attributes"]!["addresses"]![0]!["address"]!["zip"]);
        Assert.Empty((await pulpo.GetAsync("iam/third_parties?identifier_number=SHOP-77&third_type=S")).Each("third_parties", "id"));
    }

    [Fact]
    public async Task Third_party_without_its_required_fields_is_refused_naming_them()
    {
        await using var pulpo = await PulpoClient.StartAsync();

        var answer = await pulpo.PostAsync("iam/third_parties", new { email = "ada@example.test", tenant_id = 99, third_type = "X" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(["identifier_number", "identifier_type", "name", "tenant_id", "third_type"], answer.Json["errors"]!.AsObject().Select(e => e.Key).Order());
    }

    [Theory]
    [InlineData(false, "Ada", HttpStatusCode.UnprocessableEntity)]
    [InlineData(false, "Bea", HttpStatusCode.Created)]
    [InlineData(true, "Bea", HttpStatusCode.UnprocessableEntity)]
    public async Task Identifier_number_is_taken_together_with_name_and_types_or_alone(bool alone, string name, HttpStatusCode status)
    {
        await using var pulpo = await PulpoClient.StartAsync(o => o with { UniqueIdentifierNumber = alone });
        await pulpo.PostAsync("iam/third_parties", Party("SHOP-77", "Ada"));

        var second = await pulpo.PostAsync("iam/third_parties", Party("SHOP-77", name));

        Assert.Equal(status, second.Status);
    }

    [Fact]
    public async Task Update_keeps_what_is_not_sent_and_clears_what_is_null()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        var id = (await pulpo.PostAsync("iam/third_parties", Party("SHOP-77"))).Json["id"];

        var updated = await pulpo.PutAsync($"iam/third_parties/{id}", new { email = (string?)null, erp_id = "E1" });

        Assert.Equal(HttpStatusCode.Created, updated.Status);
        Assert.Equal("Ada", (string?)updated.Json["name"]);
        Assert.Null(updated.Json["email"]);
        Assert.Equal("E1", (string?)updated.Json["erp_id"]);
    }

    [Fact]
    public async Task Deleted_third_party_is_gone_and_no_order_can_name_it()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        var id = (long)(await pulpo.PostAsync("iam/third_parties", Party("SHOP-77"))).Json["id"]!;

        Assert.Equal(HttpStatusCode.OK, (await pulpo.SendAsync(HttpMethod.Delete, $"iam/third_parties/{id}", null)).Status);

        Assert.Equal(HttpStatusCode.BadRequest, (await pulpo.GetAsync($"iam/third_parties/{id}")).Status);
        Assert.Empty((await pulpo.GetAsync("iam/third_parties?identifier_number=SHOP-77")).Each("third_parties", "id"));
        var order = await pulpo.PostAsync("sales/orders", pulpo.Order("1", o => o["third_party_id"] = id));
        Assert.Equal("does not exist", (string?)order.Json["errors"]!["third_party_id"]![0]);
    }

    [Fact]
    public async Task Bulk_creates_what_it_can_and_names_the_rest()
    {
        await using var pulpo = await PulpoClient.StartAsync();

        var answer = await pulpo.PostAsync("iam/bulk/third_parties", new[] { Party("A"), Party("A"), Party("B") });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["A", "B"], answer.Each("created", "identifier_number"));
        Assert.NotNull(answer.Json["errors"]!["A"]!["identifier_number"]);
    }

    [Fact]
    public async Task List_without_a_merchant_shows_the_default_merchant_only()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        pulpo.Tenant.Seed(new PulpoSeed { Merchants = ["First", "Second"] });
        var merchants = await pulpo.GetAsync("merchants");
        var second = (long)merchants.Json["merchants"]![1]!["id"]!;
        await pulpo.PostAsync("iam/third_parties", Party("A"));
        await pulpo.PostAsync("iam/third_parties", Party("B", merchant: second));

        Assert.Equal(["A"], (await pulpo.GetAsync("iam/third_parties")).Each("third_parties", "identifier_number"));
        Assert.Equal(["B"], (await pulpo.GetAsync($"iam/third_parties?merchant_id={second}")).Each("third_parties", "identifier_number"));
        Assert.Equal(["online"], (await pulpo.GetAsync($"merchants/{second}/channels")).Each("channels", "name"));
    }

    private static object Party(string number, string name = "Ada", long? merchant = null) => merchant is null
        ? new { name, identifier_type = "ID", identifier_number = number, third_type = "C", tenant_id = 43, email = "ada@example.test", attributes = Addresses }
        : new { name, identifier_type = "ID", identifier_number = number, third_type = "C", tenant_id = 43, merchant_id = merchant };

    private static readonly object Addresses = new { addresses = new[] { new { name = "Ada", address = new { street = "Musterweg", zip = "10115", city = "Berlin" } } } };
}
