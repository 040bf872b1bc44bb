using System.Net;
using System.Text.Json.Nodes;
using PulpoSync.Sandbox.Billbee;

namespace PulpoSync.Tests.Sandbox.Billbee;

public class BillbeeStockTests
{
    [Fact]
    public async Task Stock_locations_are_in_the_envelope_and_one_is_the_default()
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();
        billbee.Account.AddStockPlace("Köln", "am Rhein");

        var answer = await billbee.GetAsync("products/stocks");

        Assert.Equal(["Standard", "Köln"], answer.Data.AsArray().Select(s => (string?)s!["Name"]));
        Assert.Equal([true, false], answer.Data.AsArray().Select(s => (bool)s!["IsDefault"]!));
    }

    [Fact]
    public async Task Quantity_is_absolute_whatever_old_and_delta_say()
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();
        billbee.Account.AddProduct("MUG");
        Assert.Null(billbee.Account.StockOf("MUG"));

        var first = await billbee.PostAsync("products/updatestock", new { Sku = "MUG", NewQuantity = 7, OldQuantity = 100, DeltaQuantity = 3 });
        var second = await billbee.PostAsync("products/updatestock", new { Sku = "MUG", NewQuantity = 4.5 });

        Assert.Equal((null, 7m), ((decimal?)first.Data["OldStock"], (decimal?)first.Data["CurrentStock"]));
        Assert.Equal((7m, 4.5m), ((decimal?)second.Data["OldStock"], (decimal?)second.Data["CurrentStock"]));
        var product = (await billbee.GetAsync("products/MUG?lookupBy=sku")).Data;
        Assert.Equal(4.5m, (decimal?)Assert.Single(product["Stocks"]!.AsArray())!["StockCurrent"]);
    }

    [Theory]
    [InlineData(false, 10)]
    [InlineData(true, 7)]
    public async Task Reserved_amount_is_subtracted_on_request_at_the_location_asked_for(bool subtract, int expected)
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();
        billbee.Account.AddProduct("MUG");
        var other = billbee.Account.AddStockPlace("Köln").Id;
        billbee.Account.SetReserved("MUG", 3);

        var answer = await billbee.PostAsync("products/updatestock", new { Sku = "MUG", NewQuantity = 10, AutosubtractReservedAmount = subtract });
        await billbee.PostAsync("products/updatestock", new { Sku = "MUG", StockId = other, NewQuantity = 10, AutosubtractReservedAmount = subtract });

        Assert.Equal(3m, (decimal?)answer.Data["UnfulfilledAmount"]);
        Assert.Equal(((decimal)expected, 10m), (billbee.Account.StockOf("MUG"), billbee.Account.StockOf("MUG", other)));
    }

    [Fact]
    public async Task Many_updates_are_answered_in_a_bare_array_one_for_each_in_order()
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();
        var cup = billbee.Account.AddProduct("CUP").Id;
        billbee.Account.AddProduct("MUG");

        var answer = await billbee.PostAsync("products/updatestockmultiple", new object[]
        {
            new { Sku = "MUG", NewQuantity = 1 },
            new { Sku = "NONE", NewQuantity = 2 },
            new { BillbeeId = cup, NewQuantity = 3 },
            new { Sku = "MUG", StockId = 99, NewQuantity = 4 },
            new { Sku = "MUG" },
            new { Sku = "MUG", NewQuantity = 6 },
        });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var items = answer.Json.AsArray();
        Assert.Equal([0, 11, 0, 11, 11, 0], items.Select(i => (int)i!["ErrorCode"]!));
        Assert.Equal(["MUG", null, "CUP", null, null, "MUG"], items.Select(i => (string?)(i!["Data"] as JsonObject)?["SKU"]));
        Assert.Equal((6m, 3m), (billbee.Account.StockOf("MUG"), billbee.Account.StockOf("CUP")));
    }

    [Fact]
    public async Task Update_of_an_unknown_sku_is_not_found()
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();

        var answer = await billbee.PostAsync("products/updatestock", new { Sku = "NONE", NewQuantity = 2 });

        Assert.Equal((HttpStatusCode.NotFound, 11), (answer.Status, answer.ErrorCode));
    }

    [Theory]
    [InlineData("id=MUG&lookupBy=sku", "5.0")]
    [InlineData("id=MUG&lookupBy=sku&stockId=501", "3.0")]
    [InlineData("id=200000001", "5.0")]
    public async Task Reserved_amount_is_told_for_all_locations_or_one(string query, string expected)
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();
        billbee.Account.AddProduct("MUG");
        billbee.Account.SetReserved("MUG", 3);
        billbee.Account.SetReserved("MUG", 2, billbee.Account.AddStockPlace("Köln").Id);

        var answer = await billbee.GetAsync($"products/reservedamount?{query}");

        Assert.Equal(expected, answer.Data["ReservedAmount"]!.ToJsonString());
    }

    [Theory]
    [InlineData("products/200000002", "CUP")]
    [InlineData("products/200000002?lookupBy=id", "CUP")]
    [InlineData("products/CUP?lookupBy=sku", "CUP")]
    [InlineData("products/A%20%2F%20%C3%84?lookupBy=SKU", "A / Ä")]
    [InlineData("products/4006381333931?lookupBy=ean", "CUP")]
    [InlineData("products/CUP", null)]
    [InlineData("products/MUG?lookupBy=ean", null)]
    public async Task Article_is_found_by_id_sku_or_ean(string path, string? sku)
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();
        foreach (var each in new[] { "MUG", "CUP", "A / Ä" }) billbee.Account.AddProduct(each);
        billbee.Account.ChangeProduct("CUP", p => p with { EAN = "4006381333931" });

        var answer = await billbee.GetAsync(path);

        Assert.Equal(sku is null ? HttpStatusCode.NotFound : HttpStatusCode.OK, answer.Status);
        if (sku is not null) Assert.Equal(sku, (string?)answer.Data["SKU"]);
    }

    [Fact]
    public async Task List_of_articles_is_paged_and_filtered_by_id_and_time_of_creation()
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();
        for (var i = 1; i <= 4; i++)
        {
            billbee.Time.Advance(TimeSpan.FromMinutes(1));
            billbee.Account.AddProduct($"P{i}");
        }
        billbee.Account.RemoveProduct("P2");
        billbee.Account.SetDeactivated("P3", true);

        var all = await billbee.GetAsync("products?pageSize=2");
        var since = await billbee.GetAsync("products?minCreatedAt=2026-11-22T10:03:00");
        var range = await billbee.GetAsync("products?minimumBillBeeArticleId=200000002&maximumBillBeeArticleId=200000003");

        Assert.Equal([200_000_001L, 200_000_003], all.Ids("Id"));
        Assert.Equal((2, 3), ((int)all.Json["Paging"]!["TotalPages"]!, (int)all.Json["Paging"]!["TotalRows"]!));
        Assert.Equal([200_000_003L, 200_000_004], since.Ids("Id"));
        Assert.Equal([200_000_003L], range.Ids("Id"));
        Assert.True((bool)range.Data[0]!["IsDeactivated"]!);
        Assert.False(range.Data[0]!.AsObject().ContainsKey("CreatedAt"));
    }

    [Fact]
    public async Task Sku_that_changed_is_found_by_its_new_name_only()
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();
        billbee.Account.AddProduct("MUG");
        billbee.Account.AddProduct(new BillbeeProduct { SKU = "MUG", Type = 2 });

        billbee.Account.ChangeProduct("MUG", p => p with { SKU = "MUG-2" });

        Assert.Equal(200_000_002L, (long)(await billbee.GetAsync("products/MUG?lookupBy=sku")).Data["Id"]!);
        Assert.Equal(200_000_001L, (long)(await billbee.GetAsync("products/MUG-2?lookupBy=sku")).Data["Id"]!);
    }
}
