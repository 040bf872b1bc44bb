using PulpoSync.Sandbox;

namespace PulpoSync.Tests.EndToEnd.Billbee;

/// <summary>Labels the whole way round: a box is packed, Billbee makes its label, number and file lie at the box. Each box has one, whatever is lost.</summary>
public class BillbeeLabelTests
{
    private const string Ship = "POST /api/v1/shipment/shipwithlabel";
    private static readonly string Mug = BillbeeWorld.Mug;
    private static readonly string Cup = BillbeeWorld.Cup;

    [Fact]
    public async Task Each_box_gets_its_label_with_number_and_file()
    {
        await using var world = await StartAsync();
        var order = await world.OrderAsync("B-1", (Mug, 2), (Cup, 1));
        world.Pack("B-1", boxes: 2, carrier: null);

        var run = await world.TellAsync();

        Assert.Equal((2, 2), (run.Counts.Created, world.Calls(Ship)));
        AssertEqual(world, order);
        Assert.All(Boxes(world), box => Assert.Single(box.Attachments));
        Assert.Equal(3, world.Account.Order(order).State);
        await world.AssertAtRestAsync();
        Assert.Equal(2, world.Calls(Ship));
    }

    [Fact]
    public async Task Refused_label_tells_the_box_why_and_is_made_when_it_can_be()
    {
        await using var world = await StartAsync();
        var order = await world.OrderAsync("B-1", (Mug, 1));
        world.Pack("B-1", carrier: null);
        world.Account.RefuseLabels(order, "The street of Ada Beispiel is not known");

        await world.RunAsync();
        var told = Assert.Single(Boxes(world).Single().Trackings);
        Assert.Equal((null, "LabelRefused"), (told.Code, world.Record("B-1/1").Reason));
        Assert.DoesNotContain("Ada", told.Error, StringComparison.Ordinal);

        world.Account.RefuseLabels(order, null);
        await world.Rehearsal.RunAsync(new StartRequest { Names = [BillbeeWorld.Back], RetryFailed = true });

        AssertEqual(world, order);
    }

    [Fact]
    public async Task Lost_answer_is_settled_by_the_next_run_and_leads_to_one_label()
    {
        await using var world = await StartAsync();
        var order = await world.OrderAsync("B-1", (Mug, 2), (Cup, 1));
        world.Pack("B-1", boxes: 2, carrier: null);
        world.Fail(FaultKind.CutAfter, Ship);

        await world.RunAsync();
        world.LetTheWireFallQuiet();
        await world.TellAsync();

        Assert.Equal(2, world.Calls(Ship));
        AssertEqual(world, order);
        await world.AssertAtRestAsync();
    }

    [Fact]
    public async Task Label_that_may_or_may_not_exist_is_left_to_a_person_who_may_ask_for_another()
    {
        await using var world = await StartAsync();
        var order = await world.OrderAsync("B-1", (Mug, 1));
        world.Pack("B-1", carrier: null);
        world.Fail(FaultKind.CutBefore, Ship);

        await world.RunAsync();
        for (var run = 1; run <= 3; run++)
        {
            world.LetTheWireFallQuiet();
            await world.Rehearsal.RunAsync(new StartRequest { Names = [BillbeeWorld.Back], RetryFailed = true });
            Assert.Equal((LedgerState.Parked, ReasonCodes.LabelUnclear, 1), (world.Record("B-1/1").State, world.Record("B-1/1").Reason, world.Calls(Ship)));
        }

        await world.Rehearsal.RunAsync(new StartRequest { Names = [BillbeeWorld.Back], Records = ["B-1/1"], Recreate = true });

        Assert.Equal(2, world.Calls(Ship));
        AssertEqual(world, order);
        await world.AssertAtRestAsync();
    }

    private static Task<BillbeeWorld> StartAsync() => BillbeeWorld.StartAsync(IntegrationType.ShippingLabels, ("LabelProvider", "DHL"), ("LabelProduct", "Paket national"));

    private static IEnumerable<PulpoBox> Boxes(BillbeeWorld world) => world.Tenant.Packings.SelectMany(packing => packing.Boxes);

    /// <summary>Each box has a number of its own, and they are the shipments of the order.</summary>
    private static void AssertEqual(BillbeeWorld world, long order) => Assert.Equal(
        world.Account.Order(order).ShippingIds.Select(parcel => parcel.ShippingId).Order(),
        Boxes(world).Select(box => Assert.Single(box.Trackings).Code).Order());
}
