using System.Text;
using System.Text.Json.Nodes;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Connectors.Billbee.Labels;

public class BillbeeLabelTests
{
    [Fact]
    public async Task Label_is_made_kept_with_its_file_and_the_orders_state_stays()
    {
        await using var bench = await LabelBench.StartAsync();

        var result = await bench.WriteAsync(bench.Box());

        var parcel = Assert.Single(bench.Parcels);
        Assert.Equal((WriteStatus.Done, parcel.ShippingId, null), (result.Status, result.Id, result.Warning));
        var kept = bench.Kept(bench.Box())!;
        Assert.Equal((parcel.ShippingId, parcel.TrackingUrl, "dhl"), (kept.TrackingNumber, kept.TrackingUrl, kept.Carrier));
        Assert.StartsWith("%PDF", Encoding.ASCII.GetString(kept.Pdf!), StringComparison.Ordinal);
        Assert.Equal(3, bench.Fixture.Account.Order(bench.Id).State);
        Assert.Single(bench.Fixture.Documents.Names);
    }

    [Fact]
    public async Task Call_names_order_product_weight_in_grams_dimensions_and_the_box()
    {
        await using var bench = await LabelBench.StartAsync();
        var file = Path.GetTempFileName();
        try
        {
            await using var host = await SandboxHost.StartAsync(new SandboxOptions { Time = bench.Fixture.Clock, RecordTo = file });
            var account = host.AddAccount(bench.Fixture.Account.Options);
            var dhl = account.AddShippingProvider("DHL", 2, "Paket national");
            var order = account.AddOrder(bench.Fixture.Account.Order(bench.Id));
            var context = bench.Fixture.Context() with { Address = $"{host.Address}billbee/acme/api/v1" };
            var box = bench.Box(order: $"{order.BillBeeOrderId}");

            var destination = new Engine.Connectors.Billbee.BillbeeSystem().Connect(context).Destination<PackedBox>()!;
            await destination.WriteAsync([LabelBench.Write(box), LabelBench.Write(box with { Key = "7001/2", Weight = 0, Height = null })], default);

            var sent = (await File.ReadAllLinesAsync(file)).Select(line => JsonNode.Parse(line)!).Where(line => $"{line["path"]}".EndsWith("/shipwithlabel", StringComparison.Ordinal))
                .Select(line => JsonNode.Parse((string)line["requestBody"]!)!).ToList();
            var common = new JsonObject
            {
                ["OrderId"] = order.BillBeeOrderId, ["ProviderId"] = dhl.Id, ["ProductId"] = dhl.Products[0].Id, ["ChangeStateToSend"] = false, ["ClientReference"] = "4711/1",
            };
            Assert.Equal(common.ToJsonString(), sent[1].ToJsonString());
            common["WeightInGram"] = 1251;
            common["Dimension"] = JsonNode.Parse("""{"length":30,"width":20.5,"height":10}""");
            Assert.Equal(common.ToJsonString(), sent[0].ToJsonString());
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Boxes_of_one_order_get_a_label_each_and_the_products_are_read_once()
    {
        await using var bench = await LabelBench.StartAsync();
        var other = bench.Fixture.AddOrder().Key;

        var results = await bench.Destination().WriteAsync(
            [.. Enumerable.Range(1, 3).Select(i => LabelBench.Write(bench.Box(i))), LabelBench.Write(bench.Box(4, other))], default);

        Assert.All(results, result => Assert.Equal(WriteStatus.Done, result.Status));
        Assert.Equal(4, results.Select(result => result.Id).Distinct().Count());
        Assert.Equal(results.Take(3).Select(result => result.Id), bench.Parcels.Select(parcel => parcel.ShippingId));
        Assert.Equal((4, 1), (bench.Labels, bench.Fixture.Calls(LabelBench.Providers)));
    }

    [Fact]
    public async Task Label_that_is_kept_is_never_made_again()
    {
        await using var bench = await LabelBench.StartAsync();
        var first = await bench.WriteAsync(bench.Box());

        var again = await bench.WriteAsync(bench.Box());
        var inDoubt = await bench.WriteAsync(bench.Box(), LabelBench.InDoubt(bench.Box()));

        Assert.Equal((first.Id, first.Id, 1), (again.Id, inDoubt.Id, bench.Labels));
    }

    [Theory]
    [InlineData(6, "DELETED")]
    [InlineData(8, "CANCELED")]
    public async Task Order_that_is_cancelled_or_deleted_gets_no_label(int state, string word)
    {
        await using var bench = await LabelBench.StartAsync();
        bench.Fixture.Account.SetState(bench.Id, state);

        var result = await bench.WriteAsync(bench.Box());

        Assert.Equal((WriteStatus.Refused, FailureKind.Data, ReasonCodes.OrderCancelled), (result.Status, result.Failure!.Kind, result.Failure.Code));
        Assert.Contains(word, result.Failure.Message, StringComparison.Ordinal);
        Assert.Equal((0, 0), (bench.Labels, bench.Fixture.Documents.Names.Count));
    }

    [Theory]
    [InlineData(5, ReasonCodes.OrderCancelled)]
    [InlineData(6, ReasonCodes.OrderCancelled)]
    [InlineData(2, ReasonCodes.OrderGone)]
    [InlineData(11, "LabelRefused")]
    [InlineData(23, "LabelRefused")]
    public async Task Refusal_says_why_and_leaves_no_note(int code, string reason)
    {
        await using var bench = await LabelBench.StartAsync();
        bench.Fail(FaultKind.Status, 200, body: $$"""{"ErrorCode":{{code}},"ErrorMessage":"Ada Example, Musterweg 5, 10115 Berlin","Data":null}""");

        var result = await bench.WriteAsync(bench.Box());

        Assert.Equal((WriteStatus.Refused, FailureKind.Data, reason), (result.Status, result.Failure!.Kind, result.Failure.Code));
        Assert.Contains("4711/1", result.Failure.Message, StringComparison.Ordinal);
        Assert.DoesNotMatch("Ada|Musterweg|10115", result.Failure.Message);
        Assert.Empty(bench.Fixture.Documents.Names);
    }

    [Theory]
    [InlineData(BillbeeErrorStyle.Envelope)]
    [InlineData(BillbeeErrorStyle.Message)]
    public async Task Carriers_refusal_is_the_boxes_own_and_is_tried_again_without_harm(BillbeeErrorStyle style)
    {
        await using var bench = await LabelBench.StartAsync(options => options with { ErrorStyle = style });
        bench.Fixture.Account.RefuseLabels(bench.Id, "The street of Ada Example is not known");

        var refused = await bench.WriteAsync(bench.Box());
        bench.Fixture.Account.RefuseLabels(bench.Id, null);
        var made = await bench.WriteAsync(bench.Box());

        Assert.Equal((WriteStatus.Refused, "LabelRefused"), (refused.Status, refused.Failure!.Code));
        Assert.DoesNotContain("Ada", refused.Failure.Message, StringComparison.Ordinal);
        Assert.Equal((WriteStatus.Done, 1), (made.Status, bench.Parcels.Count));
    }

    [Fact]
    public async Task Limit_is_waited_for_and_leads_to_one_label()
    {
        await using var bench = await LabelBench.StartAsync();
        bench.Fail(FaultKind.Status, 429, count: 2);

        Assert.Equal(WriteStatus.Done, (await bench.WriteAsync(bench.Box())).Status);
        Assert.Single(bench.Parcels);
    }

    [Fact]
    public async Task Refused_credential_ends_the_batch_and_leaves_no_note()
    {
        await using var bench = await LabelBench.StartAsync();
        bench.Fail(FaultKind.Status, 401, count: 0);

        var results = await bench.Destination().WriteAsync([LabelBench.Write(bench.Box(1)), LabelBench.Write(bench.Box(2))], default);

        Assert.All(results, result => Assert.Equal((WriteStatus.Refused, FailureKind.Authentication), (result.Status, result.Failure!.Kind)));
        Assert.Equal((1, 0), (bench.Labels, bench.Fixture.Documents.Names.Count));
    }

    [Fact]
    public async Task Choice_that_billbee_does_not_know_is_a_setting_that_is_wrong_and_nothing_is_asked_for()
    {
        await using var bench = await LabelBench.StartAsync();

        var result = await bench.WriteAsync(bench.Box() with { Label = new LabelChoice("DHL", "Päckchen") });

        Assert.Equal((WriteStatus.Refused, FailureKind.Configuration, 0), (result.Status, result.Failure!.Kind, bench.Labels));
        Assert.Contains("\"DHL/Paket national\"", result.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Box_without_a_choice_gets_no_label()
    {
        await using var bench = await LabelBench.StartAsync();

        Assert.Equal(ReasonCodes.NoLabelChoice, (await bench.WriteAsync(bench.Box() with { Label = null })).Failure!.Code);
        Assert.Equal(0, bench.Labels);
    }
}
