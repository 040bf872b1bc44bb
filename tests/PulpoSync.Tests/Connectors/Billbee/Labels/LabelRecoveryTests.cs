using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Sandbox;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.Connectors.Billbee.Labels;

/// <summary>Never two labels for one box, whatever becomes of the answer or of the process.</summary>
public class LabelRecoveryTests
{
    [Theory]
    [InlineData(FaultKind.CutAfter)]
    [InlineData(FaultKind.CutBody)]
    [InlineData(FaultKind.Html)]
    [InlineData(FaultKind.EmptyBody)]
    public async Task Lost_answer_is_settled_by_the_one_new_shipment_of_the_order(FaultKind kind)
    {
        await using var bench = await LabelBench.StartAsync();
        bench.AddParcel();
        bench.Fail(kind, 200, afterEffect: true);

        var result = await bench.WriteAsync(bench.Box());
        Assert.Equal((WriteStatus.Unknown, true, true), (result.Status, bench.HasNote(bench.Box()), bench.Kept(bench.Box()) is null));
        var found = await bench.FindAsync(bench.Box());

        Assert.Equal((FoundKind.Ours, bench.Parcels[1].ShippingId), (found.Kind, found.Id));
        var kept = bench.Kept(bench.Box())!;
        Assert.Equal((bench.Parcels[1].ShippingId, bench.Parcels[1].TrackingUrl, null), (kept.TrackingNumber, kept.TrackingUrl, kept.Pdf));
        Assert.False(bench.HasNote(bench.Box()));
        Assert.Equal((FoundKind.Ours, 1), ((await bench.FindAsync(bench.Box())).Kind, bench.Labels));
    }

    [Theory]
    [InlineData(FaultKind.CutBefore, 503)]
    [InlineData(FaultKind.Status, 503)]
    [InlineData(FaultKind.Status, 500)]
    public async Task Lost_answer_without_a_new_shipment_is_for_a_person(FaultKind kind, int status)
    {
        await using var bench = await LabelBench.StartAsync();
        bench.Fail(kind, status);

        Assert.Equal(WriteStatus.Unknown, (await bench.WriteAsync(bench.Box())).Status);

        await AssertUnclearAsync(bench, "shows no new shipment");
    }

    [Fact]
    public async Task Trouble_inside_an_answer_may_have_come_after_the_label()
    {
        await using var bench = await LabelBench.StartAsync();
        bench.Fail(FaultKind.Status, 200, body: """{"ErrorCode":8,"ErrorMessage":"Ada Example","Data":null}""");

        var result = await bench.WriteAsync(bench.Box());

        Assert.Equal(WriteStatus.Unknown, result.Status);
        Assert.DoesNotContain("Ada", result.Failure!.Message, StringComparison.Ordinal);
        await AssertUnclearAsync(bench, "shows no new shipment");
    }

    [Fact]
    public async Task Error_code_that_nobody_knows_may_have_come_after_the_label()
    {
        await using var bench = await LabelBench.StartAsync();
        bench.Fail(FaultKind.Status, 200, body: """{"ErrorCode":99,"ErrorMessage":"Ada Example","Data":null}""", afterEffect: true);

        Assert.Equal((WriteStatus.Unknown, true), ((await bench.WriteAsync(bench.Box())).Status, bench.HasNote(bench.Box())));
        var found = await bench.FindAsync(bench.Box());

        Assert.Equal((FoundKind.Ours, bench.Parcels[0].ShippingId, 1), (found.Kind, found.Id, bench.Labels));
    }

    [Fact]
    public async Task Several_new_shipments_are_for_a_person()
    {
        await using var bench = await LabelBench.StartAsync();
        bench.Fail(FaultKind.CutAfter);
        await bench.WriteAsync(bench.Box());
        bench.AddParcel();

        await AssertUnclearAsync(bench, "shows 2 new shipments");
    }

    [Fact]
    public async Task Shipment_of_another_box_or_of_a_return_is_not_this_boxes()
    {
        await using var bench = await LabelBench.StartAsync();
        bench.Fail(FaultKind.CutAfter);
        await bench.WriteAsync(bench.Box());
        var others = bench.AddParcel();
        bench.AddParcel(type: 1);

        var found = Assert.Single(await bench.Destination().FindAsync([LabelBench.Ref(bench.Box()) with { Others = [others] }], default));

        Assert.Equal((FoundKind.Ours, bench.Parcels[0].ShippingId), (found.Kind, found.Id));
    }

    [Fact]
    public async Task Without_a_note_no_label_was_ever_asked_for_and_billbee_is_not_either()
    {
        await using var bench = await LabelBench.StartAsync();

        Assert.Equal(FoundKind.Nothing, (await bench.FindAsync(bench.Box())).Kind);
        Assert.Equal(0, bench.Fixture.Host.Traffic.Total);
    }

    [Fact]
    public async Task Order_that_is_gone_meanwhile_is_for_a_person()
    {
        await using var bench = await LabelBench.StartAsync();
        bench.Fail(FaultKind.CutAfter);
        await bench.WriteAsync(bench.Box());
        bench.Fixture.Account.RemoveOrder(bench.Id);

        await AssertUnclearAsync(bench, "B-1001");
    }

    [Fact]
    public async Task Look_that_fails_settles_nothing_and_forgets_nothing()
    {
        await using var bench = await LabelBench.StartAsync();
        bench.Fail(FaultKind.CutAfter);
        await bench.WriteAsync(bench.Box());
        var fault = bench.Fixture.Fail(FaultKind.Status, $"orders/{bench.Key}", 503, count: 5);

        await Assert.ThrowsAsync<FailureException>(() => bench.FindAsync(bench.Box()));
        Assert.Equal((5, true), (fault.Hits, bench.HasNote(bench.Box())));

        Assert.Equal(FoundKind.Ours, (await bench.FindAsync(bench.Box())).Kind);
    }

    [Fact]
    public async Task Label_is_safe_when_the_process_dies_right_after_the_answer()
    {
        await using var bench = await LabelBench.StartAsync();
        var dying = new DyingDocuments(bench.Fixture.Documents);

        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.WriteAsync(bench.Box(), documents: dying));
        var found = await bench.FindAsync(bench.Box());

        Assert.Equal((FoundKind.Ours, bench.Parcels[0].ShippingId), (found.Kind, found.Id));
        Assert.NotNull(bench.Kept(bench.Box())!.Pdf);
        Assert.Equal((false, 1), (bench.HasNote(bench.Box()), bench.Labels));
    }

    [Fact]
    public async Task Other_boxes_of_the_order_wait_until_it_is_known_and_other_orders_do_not()
    {
        await using var bench = await LabelBench.StartAsync();
        var other = bench.Fixture.AddOrder().Key;
        bench.Fail(FaultKind.CutAfter);

        var first = await bench.Destination().WriteAsync([LabelBench.Write(bench.Box(1)), LabelBench.Write(bench.Box(2))], default);
        var second = await bench.Destination().WriteAsync([LabelBench.Write(bench.Box(3, other))], default);

        Assert.Equal([WriteStatus.Unknown, WriteStatus.Refused], first.Select(result => result.Status));
        Assert.Equal((FailureKind.Transient, false), (first[1].Failure!.Kind, bench.HasNote(bench.Box(2))));
        Assert.Equal((WriteStatus.Done, 2), (second[0].Status, bench.Labels));

        // The next run: what is in doubt first, then the box that waited.
        var found = await bench.Destination().FindAsync([LabelBench.Ref(bench.Box(1)), LabelBench.Ref(bench.Box(2))], default);
        Assert.Equal([FoundKind.Ours, FoundKind.Nothing], found.Select(one => one.Kind));
        Assert.Equal(WriteStatus.Done, (await bench.WriteAsync(bench.Box(2), LabelBench.InDoubt(bench.Box(2)))).Status);
        Assert.Equal(2, bench.Parcels.Count);
    }

    [Theory]
    [InlineData(FaultKind.CutAfter, WriteStatus.Done)]
    [InlineData(FaultKind.CutBefore, WriteStatus.Refused)]
    public async Task Write_in_doubt_looks_before_it_asks_for_a_label(FaultKind kind, WriteStatus status)
    {
        await using var bench = await LabelBench.StartAsync();
        bench.Fail(kind);
        await bench.WriteAsync(bench.Box());

        var result = await bench.WriteAsync(bench.Box(), LabelBench.InDoubt(bench.Box()));

        Assert.Equal((status, 1), (result.Status, bench.Labels));
        Assert.Equal(status is WriteStatus.Refused ? ReasonCodes.LabelUnclear : null, result.Failure?.Code);
    }

    [Fact]
    public async Task Person_who_has_looked_may_ask_for_a_new_one_and_the_old_ones_shipment_is_not_taken_for_it()
    {
        await using var bench = await LabelBench.StartAsync();
        bench.Fail(FaultKind.CutAfter);
        await bench.WriteAsync(bench.Box());
        bench.AddParcel();
        Assert.Equal(FoundKind.Unclear, (await bench.FindAsync(bench.Box())).Kind);
        bench.Fail(FaultKind.CutAfter);

        var result = await bench.WriteAsync(bench.Box());
        var found = await bench.FindAsync(bench.Box());

        Assert.Equal((WriteStatus.Unknown, FoundKind.Ours, bench.Parcels[2].ShippingId), (result.Status, found.Kind, found.Id));
    }

    [Fact]
    public async Task Answer_without_a_number_is_settled_by_the_order_and_its_file_is_kept()
    {
        await using var bench = await LabelBench.StartAsync();
        bench.Fail(FaultKind.Status, 200, body: """{"ErrorCode":0,"Data":{"ShippingId":"","LabelDataPdf":"JVBERi0xLjQ=","Carrier":"dhl"}}""", afterEffect: true);

        var result = await bench.WriteAsync(bench.Box());

        Assert.Equal((WriteStatus.Done, bench.Parcels[0].ShippingId), (result.Status, result.Id));
        var kept = bench.Kept(bench.Box())!;
        Assert.Equal("%PDF-1.4"u8.ToArray(), kept.Pdf);
        Assert.Equal(("dhl", bench.Parcels[0].TrackingUrl), (kept.Carrier, kept.TrackingUrl));
        Assert.False(bench.HasNote(bench.Box()));
    }

    [Fact]
    public async Task File_of_an_answer_without_a_number_waits_until_the_order_shows_the_number()
    {
        await using var bench = await LabelBench.StartAsync();
        bench.Fail(FaultKind.Status, 200, body: """{"ErrorCode":0,"Data":{"LabelDataPdf":"JVBERi0xLjQ="}}""");

        var result = await bench.WriteAsync(bench.Box());
        bench.AddParcel();
        var found = await bench.FindAsync(bench.Box());

        Assert.Equal((WriteStatus.Unknown, "LabelWithoutNumber"), (result.Status, result.Failure!.Code));
        Assert.Equal((FoundKind.Ours, "HAND-1"), (found.Kind, found.Id));
        Assert.Equal("%PDF-1.4"u8.ToArray(), bench.Kept(bench.Box())!.Pdf);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"no base64 !\"")]
    [InlineData("\"SGVsbG8=\"")]
    [InlineData("17")]
    public async Task Answer_without_a_readable_file_keeps_the_number_and_says_what_to_do(string file)
    {
        await using var bench = await LabelBench.StartAsync();
        bench.Fail(FaultKind.Status, 200, body: $$$"""{"ErrorCode":0,"ErrorDescription":"NoError","Data":{"ShippingId":"T-9","LabelDataPdf":{{{file}}}}}""");

        var result = await bench.WriteAsync(bench.Box());

        Assert.Equal((WriteStatus.Done, "T-9"), (result.Status, result.Id));
        Assert.Contains("print it in Billbee", result.Warning, StringComparison.Ordinal);
        Assert.Equal(("T-9", null), (bench.Kept(bench.Box())!.TrackingNumber, bench.Kept(bench.Box())!.Pdf));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"ok\"")]
    public async Task Answer_that_is_no_envelope_leaves_the_outcome_open(string body)
    {
        await using var bench = await LabelBench.StartAsync();
        bench.Fail(FaultKind.Status, 200, body: body);

        Assert.Equal((WriteStatus.Unknown, true), ((await bench.WriteAsync(bench.Box())).Status, bench.HasNote(bench.Box())));
    }

    private static async Task AssertUnclearAsync(LabelBench bench, string words)
    {
        for (var look = 1; look <= 2; look++)
        {
            var found = await bench.FindAsync(bench.Box());
            Assert.Equal((FoundKind.Unclear, FailureKind.Data, ReasonCodes.LabelUnclear), (found.Kind, found.Failure!.Kind, found.Failure.Code));
            Assert.Contains(words, found.Failure.Message, StringComparison.Ordinal);
            Assert.Contains("-Record 4711/1 -Recreate", found.Failure.Message, StringComparison.Ordinal);
            Assert.DoesNotMatch("Ada|Musterweg|sandbox", found.Failure.Message);
            Assert.True(found.Failure.Message.Length <= 255, found.Failure.Message);
        }

        Assert.Equal(1, bench.Labels);
    }

    /// <summary>The store as a process leaves it that dies when it has kept the label.</summary>
    private sealed class DyingDocuments(InMemoryDocuments documents) : IDocuments
    {
        public void Put(string name, ReadOnlySpan<byte> content) => documents.Put(name, content);

        public byte[]? Find(string name) => documents.Find(name);

        public void Delete(string name) => throw new InvalidOperationException("killed");
    }
}
