using System.Globalization;
using System.Net;
using System.Text;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Billbee;

namespace PulpoSync.Tests.Sandbox.Billbee;

public class BillbeeLabelTests
{
    [Theory]
    [InlineData(null, 4)]
    [InlineData(true, 4)]
    [InlineData(false, 3)]
    public async Task Label_is_made_with_its_parcel_and_the_order_is_sent_unless_that_is_unwanted(bool? send, int state)
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();
        var (order, provider) = Start(billbee);

        var answer = await billbee.PostAsync("shipment/shipwithlabel", new
        {
            OrderId = order, ProviderId = provider.Id, ProductId = provider.Products[0].Id, ChangeStateToSend = send, WeightInGram = 500,
        });

        Assert.Equal((HttpStatusCode.OK, 0), (answer.Status, answer.ErrorCode));
        var number = (string)answer.Data["ShippingId"]!;
        Assert.Equal((order, "N-1", "dhl"), ((long)answer.Data["OrderId"]!, (string?)answer.Data["OrderReference"], (string?)answer.Data["Carrier"]));
        Assert.Contains(number, (string)answer.Data["TrackingUrl"]!, StringComparison.Ordinal);
        Assert.Equal("2026-11-22T10:01:00", (string?)answer.Data["ShippingDate"]);
        var stored = billbee.Account.Order(order);
        Assert.Equal((state, state == 4), (stored.State, stored.ShippedAt is not null));
        Assert.Equal((number, provider.Id, "DHL"), (stored.ShippingIds[0].ShippingId, stored.ShippingIds[0].ShippingProviderId, stored.ShippingIds[0].Shipper));
    }

    [Fact]
    public async Task Label_is_a_pdf_file_that_names_its_parcel()
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();
        var (order, provider) = Start(billbee);

        var answer = await ShipAsync(billbee, order, provider.Id, provider.Products[0].Id);

        var pdf = Encoding.ASCII.GetString(Convert.FromBase64String((string)answer.Data["LabelDataPdf"]!));
        Assert.StartsWith("%PDF-1.4", pdf, StringComparison.Ordinal);
        Assert.EndsWith("%%EOF\n", pdf, StringComparison.Ordinal);
        Assert.Contains((string)answer.Data["ShippingId"]!, pdf, StringComparison.Ordinal);
        // The table of objects says where each one starts.
        var table = pdf[Number(pdf.Split("startxref\n")[1].Split('\n')[0])..];
        Assert.StartsWith("xref\n0 6\n", table, StringComparison.Ordinal);
        for (var i = 1; i <= 5; i++) Assert.StartsWith($"{i} 0 obj", pdf[Number(table.Split('\n')[2 + i][..10])..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Second_label_is_another_parcel()
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();
        var (order, provider) = Start(billbee);

        for (var i = 0; i < 2; i++) await ShipAsync(billbee, order, provider.Id, provider.Products[0].Id);

        Assert.Equal(2, billbee.Account.Order(order).ShippingIds.Select(s => s.ShippingId).Distinct().Count());
    }

    [Fact]
    public async Task Answer_that_is_lost_leaves_the_parcel()
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();
        var (order, provider) = Start(billbee);
        billbee.Host.Faults.Add(new Fault { Kind = FaultKind.CutAfter, Operation = "POST /api/v1/shipment/shipwithlabel" });

        await Assert.ThrowsAsync<HttpRequestException>(() => ShipAsync(billbee, order, provider.Id, provider.Products[0].Id));

        Assert.Single(billbee.Account.Order(order).ShippingIds);
    }

    [Theory]
    [InlineData(8, 5)]
    [InlineData(6, 6)]
    public async Task Order_that_is_cancelled_or_deleted_gets_no_label(int state, int code)
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();
        var (order, provider) = Start(billbee);
        billbee.Account.SetState(order, state);

        await AssertRefusedAsync(billbee, order, provider.Id, provider.Products[0].Id, code);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    public async Task Provider_or_product_that_does_not_exist_is_refused(int providerOffset, int productOffset)
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();
        var (order, provider) = Start(billbee);

        await AssertRefusedAsync(billbee, order, provider.Id + providerOffset, provider.Products[0].Id + productOffset, 11);
    }

    [Fact]
    public async Task Address_that_is_not_complete_is_refused()
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();
        var (order, provider) = Start(billbee);
        billbee.Account.ChangeOrder(order, o => o with { ShippingAddress = o.ShippingAddress! with { Street = " " } });

        await AssertRefusedAsync(billbee, order, provider.Id, provider.Products[0].Id, 11);
    }

    [Fact]
    public async Task Order_whose_labels_are_to_be_refused_gets_none_until_that_is_lifted()
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync(o => o with { RefusalStatus = 200 });
        var (order, provider) = Start(billbee);
        billbee.Account.RefuseLabels(order, "DHL: Hausnummer unbekannt");

        var refused = await ShipAsync(billbee, order, provider.Id, provider.Products[0].Id);
        billbee.Account.RefuseLabels(order, null);
        var made = await ShipAsync(billbee, order, provider.Id, provider.Products[0].Id);

        Assert.Equal((HttpStatusCode.OK, 8, "DHL: Hausnummer unbekannt"), (refused.Status, refused.ErrorCode, (string?)refused.Json["ErrorMessage"]));
        Assert.Equal(0, made.ErrorCode);
    }

    [Fact]
    public async Task Order_that_does_not_exist_is_not_found()
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();
        var (_, provider) = Start(billbee);

        var answer = await ShipAsync(billbee, 1, provider.Id, provider.Products[0].Id);

        Assert.Equal((HttpStatusCode.NotFound, 2), (answer.Status, answer.ErrorCode));
    }

    [Fact]
    public async Task Providers_and_carriers_are_bare_arrays()
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();
        billbee.Account.AddShippingProvider("DHL", 2, "Paket");

        var providers = await billbee.GetAsync("shipment/shippingproviders");
        var carriers = await billbee.GetAsync("shipment/shippingcarriers");

        Assert.Equal(
            """[{"id":701,"name":"DHL","products":[{"id":801,"displayName":"Paket","productName":"Paket"}]}]""", providers.Text);
        Assert.Equal("""{"Id":6,"Name":"gls"}""", carriers.Json[6]!.ToJsonString());
        Assert.Equal(19, carriers.Json.AsArray().Count);
    }

    [Theory]
    [InlineData("", "A,B,C")]
    [InlineData("orderId=100000001", "A,B")]
    [InlineData("createdAtMin=2026-11-22T10:05:00", "C")]
    [InlineData("createdAtMax=2026-11-22T10:05:00", "A,B")]
    [InlineData("minimumShipmentId=400000002", "B,C")]
    [InlineData("shippingProviderId=701", "A")]
    [InlineData("pageSize=1&page=2", "B")]
    public async Task Shipments_are_listed_over_all_orders(string query, string expected)
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();
        var provider = billbee.Account.AddShippingProvider("DHL", 2, "Paket");
        var ids = billbee.AddOrders(2);
        billbee.Account.AddShipment(ids[0], new BillbeeShipment { ShippingId = "A", ShippingProviderId = provider.Id });
        billbee.Account.AddShipment(ids[0], new BillbeeShipment { ShippingId = "B" });
        billbee.Time.Advance(TimeSpan.FromMinutes(10));
        billbee.Account.AddShipment(ids[1], new BillbeeShipment { ShippingId = "C" });

        var answer = await billbee.GetAsync($"shipment/shipments?{query}");

        Assert.Equal(expected, string.Join(',', answer.Data.AsArray().Select(s => (string?)s!["ShippingId"])));
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static (long Order, BillbeeShippingProvider Provider) Start(BillbeeSandboxClient billbee) =>
        (billbee.AddOrders(1)[0], billbee.Account.AddShippingProvider("DHL", 2, "Paket"));

    private static Task<BillbeeSandboxClient.Answer> ShipAsync(BillbeeSandboxClient billbee, long order, long provider, long product) =>
        billbee.PostAsync("shipment/shipwithlabel", new { OrderId = order, ProviderId = provider, ProductId = product, ChangeStateToSend = false });

    private static async Task AssertRefusedAsync(BillbeeSandboxClient billbee, long order, long provider, long product, int code)
    {
        var answer = await ShipAsync(billbee, order, provider, product);

        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.Status, answer.ErrorCode));
        Assert.Empty(billbee.Account.Order(order).ShippingIds);
    }
}
