using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;
using PulpoSync.Tests.EndToEnd.Shipments;

namespace PulpoSync.Tests.EndToEnd.Status;

/// <summary>What the shop's orders carry of the warehouse: tags and lots, beside what people put there.</summary>
public class StatusTests
{
    private const string Status = "Status";
    private static readonly string Mug = ShippingWorld.Mug;
    private static readonly (string, string)[] Both = [("ImportedTag", "in-warehouse"), ("LotsToNote", "true")];

    [Fact]
    public async Task Imported_orders_are_tagged_once_and_the_tag_is_nobodys_edit()
    {
        await using var world = await StartAsync(settings: ("ImportedTag", "in-warehouse"));
        var order = await world.OrderAsync((Mug, 1, "Berlin"));
        world.Shop.AddTags(order, "vip");

        var run = await world.RunAsync(Status);

        Assert.Equal((RunStatus.Finished, 1), (run.Status, run.Counts.Updated));
        Assert.Equal(["vip", "in-warehouse"], order.Tags);
        await world.RunAsync(ShippingWorld.Orders);
        Assert.Equal("vip", world.Tenant.Orders.Single().Criterium);
        await world.AssertAtRestAsync(Status);
        Assert.Equal(1, world.Calls("OrderTag"));
    }

    [Fact]
    public async Task Tag_stays_out_of_the_criterium_of_an_order_that_is_edited_afterwards()
    {
        await using var world = await StartAsync(settings: ("ImportedTag", "in-warehouse"));
        var order = await world.OrderAsync((Mug, 1, "Berlin"));
        await world.RunAsync(Status);

        world.Shop.SetQuantity(order.Lines[0], 3);
        var edit = await world.RunAsync(ShippingWorld.Orders);

        Assert.Equal(1, edit.Counts.Updated);
        Assert.Equal((null, 3), (world.Tenant.Orders.Single().Criterium, (int)world.Tenant.Orders.Single().Lines.Single().Quantity));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Lots_and_serial_numbers_stand_below_what_people_wrote(bool embedded)
    {
        await using var world = await StartAsync(new TenantOptions { Name = "pulpo", EmbedBatches = embedded }, Both);
        await AddProductsAsync(world, ("LOT-ART", "lot"), ("SER-ART", "serial"));
        var order = await world.OrderAsync(("LOT-ART", 3, "Berlin"), ("SER-ART", 2, "Berlin"), (Mug, 1, "Berlin"));
        world.Shop.SetNote(order, "Bitte klingeln");
        await world.RunAsync(ShippingWorld.Orders);
        await world.RunAsync(Status);
        Assert.Equal("Bitte klingeln", order.Note);

        world.Tenant.Advance("1001", "packing");
        world.Tenant.Pack("1001", new PackOptions
        {
            Lines =
            [
                new PackLine("LOT-ART", 3) { Batches = [new PackBatch("L-77", 2), new PackBatch("L-78")] },
                new PackLine("SER-ART", 2) { Batches = [new PackBatch("S-2"), new PackBatch("S-1")] }, new PackLine(Mug, 1),
            ],
        });
        var run = await world.RunAsync(Status);

        Assert.Equal(1, run.Counts.Updated);
        Assert.Equal("Bitte klingeln\n[PulpoSync 1001] LOT-ART: lot L-77 x 2, L-78 x 1; SER-ART: serial S-1, S-2", order.Note);
        await world.AssertAtRestAsync(Status);
    }

    [Fact]
    public async Task Each_order_of_a_split_has_its_own_line_and_what_people_write_meanwhile_stays()
    {
        await using var world = await StartAsync(settings: Both);
        await AddProductsAsync(world, ("LOT-ART", "lot"));
        var order = await world.OrderAsync(("LOT-ART", 1, "Berlin"), ("LOT-ART", 2, "Hamburg"));
        Pack(world, "1001_1", 1, "L-1");
        await world.RunAsync(Status);
        world.Shop.SetNote(order, $"{order.Note}\nCustomer called");

        Pack(world, "1001_2", 2, "L-2");
        await world.RunAsync(Status);

        Assert.Equal("[PulpoSync 1001_1] LOT-ART: lot L-1 x 1\nCustomer called\n[PulpoSync 1001_2] LOT-ART: lot L-2 x 2", order.Note);
    }

    [Theory]
    [InlineData(FaultKind.CutAfter, 0, true)]
    [InlineData(FaultKind.CutBefore, 0, false)]
    [InlineData(FaultKind.Status, 502, true)]
    [InlineData(FaultKind.Status, 429, false)]
    [InlineData(FaultKind.Throttled, 0, false)]
    public async Task Tag_whose_answer_is_lost_is_one_tag_after_one_run(FaultKind kind, int status, bool executed)
    {
        await using var world = await StartAsync(settings: Both);
        var order = await world.OrderAsync((Mug, 1, "Berlin"));
        world.Fail(kind, "OrderTag", status, after: executed);

        Assert.Equal(RunStatus.Finished, (await world.RunAsync(Status)).Status);

        Assert.Equal(["in-warehouse"], order.Tags);
        await world.AssertAtRestAsync(Status);
    }

    [Theory]
    [InlineData(FaultKind.CutAfter, true)]
    [InlineData(FaultKind.CutBefore, false)]
    public async Task Note_whose_answer_is_lost_is_one_line_and_loses_nothing_of_people(FaultKind kind, bool executed)
    {
        await using var world = await StartAsync(settings: Both);
        await AddProductsAsync(world, ("LOT-ART", "lot"));
        var order = await world.OrderAsync(("LOT-ART", 1, "Berlin"));
        Pack(world, "1001", 1, "L-1");
        world.Fail(kind, "OrderNote");

        var run = await world.RunAsync(Status);
        Assert.Equal(executed ? RunStatus.Finished : RunStatus.Failed, run.Status);
        world.Shop.SetNote(order, string.Join('\n', new[] { "Customer called", order.Note }.OfType<string>()));
        await world.RunAsync(Status);

        Assert.Equal("Customer called\n[PulpoSync 1001] LOT-ART: lot L-1 x 1", order.Note);
        Assert.Equal(executed ? 1 : 2, world.Calls("OrderNote"));
        await world.RunAsync(ShippingWorld.Orders);
        await world.AssertAtRestAsync(Status);
    }

    [Fact]
    public async Task Note_that_people_changed_while_we_looked_is_read_again_before_it_is_written()
    {
        await using var world = await StartAsync(settings: Both);
        await AddProductsAsync(world, ("LOT-ART", "lot"));
        var order = await world.OrderAsync(("LOT-ART", 1, "Berlin"));
        Pack(world, "1001", 1, "L-1");
        var held = world.Fail(FaultKind.HangBefore, "OrderTag");

        var running = world.RunAsync(Status);
        await held.Reached;
        world.Shop.SetNote(order, "Written in between");
        held.Release();
        await running;

        Assert.Equal("Written in between\n[PulpoSync 1001] LOT-ART: lot L-1 x 1", order.Note);
    }

    [Fact]
    public async Task Full_note_is_left_alone_with_a_warning()
    {
        await using var world = await StartAsync(settings: Both);
        await AddProductsAsync(world, ("LOT-ART", "lot"));
        var order = await world.OrderAsync(("LOT-ART", 1, "Berlin"));
        world.Shop.SetNote(order, new string('x', 4990));
        Pack(world, "1001", 1, "L-1");

        await world.RunAsync(Status);

        Assert.Equal(new string('x', 4990), order.Note);
        Assert.Contains("1001: the order's note is full", Assert.Single(world.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelled_and_archived_orders_of_the_shop_are_tagged_all_the_same()
    {
        await using var world = await StartAsync(settings: Both);
        var cancelled = await world.OrderAsync((Mug, 1, "Berlin"));
        var archived = await world.OrderAsync((Mug, 1, "Berlin"));
        world.Shop.Cancel(cancelled);
        world.Shop.SetClosed(archived, true);

        await world.RunAsync(Status);

        Assert.All([cancelled, archived], order => Assert.Equal(["in-warehouse"], order.Tags));
    }

    [Theory]
    [InlineData("", "", "ImportedTag")]
    [InlineData("a,b", "", "comma")]
    [InlineData("a tag that is longer than forty characters", "", "40 characters")]
    public async Task Settings_that_make_no_sense_are_refused_with_what_to_type_instead(string tag, string lots, string wanted)
    {
        await using var world = await ShippingWorld.StartAsync();
        (string, string)[] settings = [.. tag.Length > 0 ? new[] { ("ImportedTag", tag) } : [], .. lots.Length > 0 ? new[] { ("LotsToNote", lots) } : []];

        var refused = await Assert.ThrowsAsync<PulpoSyncException>(() => world.Rehearsal.AddAsync(IntegrationType.StatusUpdates, Status, "PULPO", "Shop", settings));

        Assert.Equal(ErrorIds.SettingInvalid, refused.ErrorId);
        Assert.Contains(wanted, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task App_without_the_scope_is_told_which_one()
    {
        await using var world = await StartAsync(settings: Both);
        world.Shop.Options = world.Shop.Options with { Scopes = ["read_orders", "read_locations", "read_merchant_managed_fulfillment_orders"] };

        Assert.Contains("write_orders", (await world.RunAsync(Status)).Error!.Message, StringComparison.Ordinal);
        Assert.Contains("write_merchant_managed_fulfillment_orders", (await world.RunAsync(ShippingWorld.Shipments)).Error!.Message, StringComparison.Ordinal);
    }

    private static async Task<ShippingWorld> StartAsync(TenantOptions? tenant = null, params (string Name, string Value)[] settings)
    {
        var world = await ShippingWorld.StartAsync(tenant ?? new TenantOptions { Name = "pulpo" });
        await world.Rehearsal.AddAsync(IntegrationType.StatusUpdates, Status, "PULPO", "Shop", settings);
        return world;
    }

    private static void Pack(ShippingWorld world, string number, int pieces, string lot)
    {
        world.Tenant.Advance(number, "packing");
        world.Tenant.Pack(number, new PackOptions { Lines = [new PackLine("LOT-ART", pieces) { Batches = [new PackBatch(lot, pieces)] }] });
    }

    // How an article is managed can only be said when it is made.
    private static async Task AddProductsAsync(ShippingWorld world, params (string Sku, string Kind)[] products)
    {
        using var http = new HttpClient { BaseAddress = new Uri(world.Rehearsal.Sandbox.Address, $"pulpo/{world.Tenant.Options.Name}/api/v1/") };
        var login = new { grant_type = "password", username = world.Tenant.Username, password = world.Tenant.Options.Password, scope = "default" };
        var token = (await (await http.PostAsJsonAsync("auth", login)).Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!.GetValue<string>();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (sku, kind) in products)
        {
            (await http.PostAsJsonAsync("inventory/products", new { sku, name = sku, management_type = kind })).EnsureSuccessStatusCode();
        }
    }
}
