using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Tests.EndToEnd.Changes;

/// <summary>
/// A store that was restored from a backup knows nothing of an order that was made since, and would number it otherwise now. What PULPO has of it is taken up again,
/// and changed as ever.
/// </summary>
public class RestoreTests
{
    private static readonly Dictionary<string, Case> Cases = new()
    {
        ["split, and nothing since"] = new(
            [Act.Run], [],
            ["_1 Berlin SKU-00001x2", "_2 Hamburg SKU-00002x1"]),
        ["split, then gathered at one place"] = new(
            [Act.Run], [Act.MoveToBerlin],
            ["_1 Berlin SKU-00001x2 SKU-00002x1"]),
        ["gathered, then split"] = new(
            [Act.MoveToBerlin, Act.Run, Act.MoveToHamburg, Act.Run], [],
            [" Berlin SKU-00001x2", "_2 Hamburg SKU-00002x1"]),
        ["moved away, and back since"] = new(
            [Act.MoveToBerlin, Act.Run, Act.MoveToHamburg, Act.Run], [Act.MoveToBerlin],
            [" Berlin SKU-00001x2 SKU-00002x1"]),
        ["moved away as a whole, and back since"] = new(
            [Act.Run, Act.MoveToBerlin, Act.Run], [Act.MoveToHamburg],
            ["_1 Berlin SKU-00001x2", "_3 Hamburg SKU-00002x1"]),
        ["cancelled in the shop since"] = new([Act.Run], [Act.Cancel], []),
        ["fewer pieces since"] = new(
            [Act.Run], [Act.Fewer],
            ["_1 Berlin SKU-00001x1", "_2 Hamburg SKU-00002x1"]),
        ["begun in the warehouse, and more since"] = new(
            [Act.Run, Act.Pick], [Act.More],
            ["_1 Berlin SKU-00001x2", "_2 Hamburg SKU-00002x1", "_3 Berlin SKU-00001x1"]),
        ["begun in the warehouse, and gathered there since"] = new(
            [Act.Run, Act.Pick], [Act.MoveToBerlin],
            ["_1 Berlin SKU-00001x2", "_3 Berlin SKU-00002x1"]),
        ["cancelled in the warehouse by a person"] = new(
            [Act.Run, Act.CancelThere], [],
            ["_2 Hamburg SKU-00002x1"], ReasonCodes.CancelledAtDestination),
    };

    private enum Act
    {
        Run,
        MoveToBerlin,
        MoveToHamburg,
        Cancel,
        Fewer,
        More,
        Pick,
        CancelThere,
    }

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Order_that_a_backup_does_not_know_of_is_taken_up_again(string name)
    {
        var it = Cases[name];
        await using var rehearsal = await Rehearsal.StartAsync();
        await rehearsal.AddOrdersAsync(settings: World.Settings(DateTimeOffset.UtcNow.AddDays(-1)));
        foreach (var sku in new[] { "SKU-00001", "SKU-00002" }) rehearsal.Shop.AddProduct(new ProductDraft { Title = sku, Sku = sku });
        var backup = rehearsal.Runtime.BackupStore(rehearsal.StorePath + ".backup", overwrite: false);
        var order = Place(rehearsal.Shop);
        foreach (var act in it.Before) await DoAsync(rehearsal, order, act);
        await rehearsal.Runtime.DisposeAsync();
        Backups.Restore(backup.Path, rehearsal.StorePath);
        await rehearsal.ReopenAsync(TimeSpan.FromMinutes(5));
        foreach (var act in it.Since) await DoAsync(rehearsal, order, act);

        await DoAsync(rehearsal, order, Act.Run);

        Assert.Equal(it.There.Select(text => order.Number + text), There(rehearsal.Tenant));
        var reasons = rehearsal.Runtime.GetRecords(new RecordQuery()).Select(record => record.Reason).OfType<string>().Where(reason => reason != ReasonCodes.Withdrawn);
        Assert.Equal(it.Reason is null ? [] : [it.Reason], reasons.Except([ReasonCodes.CancelledAtSource]));
        var writes = rehearsal.Tenant.Orders.Max(one => one.UpdatedAt);
        await DoAsync(rehearsal, order, Act.Run);
        Assert.Equal(writes, rehearsal.Tenant.Orders.Max(one => one.UpdatedAt));
    }

    private static Order Place(ShopifyShop shop) => shop.CreateOrder(new OrderDraft
    {
        Lines = [new OrderLineDraft { Sku = "SKU-00001", Quantity = 2, Location = "Berlin" }, new OrderLineDraft { Sku = "SKU-00002", Location = "Hamburg" }],
        Customer = new CustomerDraft("Ada", "Example", "ada@example.test", null),
        ShippingAddress = new Address { FirstName = "Ada", LastName = "Example", Address1 = "Musterweg 1", Zip = "10115", City = "Berlin", CountryCode = "DE" },
    });

    private static async Task DoAsync(Rehearsal rehearsal, Order order, Act act)
    {
        var (shop, tenant) = (rehearsal.Shop, rehearsal.Tenant);
        switch (act)
        {
            case Act.Run:
                var run = await rehearsal.RunAsync();
                Assert.True(run.Status is RunStatus.Finished, $"{run.Status} {run.Error?.Message} {string.Join("; ", rehearsal.Runtime.GetRecords(new RecordQuery()))}");
                break;
            case Act.MoveToBerlin or Act.MoveToHamburg:
                var line = order.Lines.Single(one => one.Sku == "SKU-00002");
                var from = order.FulfillmentOrders.Single(one => one.IsActive && one.Lines.Any(part => part.Line == line && part.RemainingQuantity > 0));
                shop.Move(from, shop.Locations.Single(one => one.Name == (act is Act.MoveToBerlin ? "Berlin" : "Hamburg")), line, 1);
                break;
            case Act.Cancel:
                shop.Cancel(order);
                break;
            case Act.Fewer or Act.More:
                shop.SetQuantity(order.Lines.Single(one => one.Sku == "SKU-00001"), act is Act.Fewer ? 1 : 3);
                break;
            case Act.Pick:
                tenant.TakePicking(order.Number + "_1");
                break;
            case Act.CancelThere:
                tenant.Cancel(order.Number + "_1");
                break;
        }
    }

    private static IEnumerable<string> There(PulpoTenant tenant) => tenant.Orders.Where(order => order.State != "cancelled").OrderBy(order => order.Number, StringComparer.Ordinal)
        .Select(order => $"{order.Number} {order.Warehouse} {string.Join(' ', order.Lines.OrderBy(line => line.Sku, StringComparer.Ordinal).Select(line => $"{line.Sku}x{line.Quantity}"))}");

    /// <summary>A case.</summary>
    /// <param name="Before">What happens after the backup, and goes into the store that is lost.</param>
    /// <param name="Since">What happens after that.</param>
    /// <param name="There">What has to be in the warehouse in the end, behind the order's number.</param>
    /// <param name="Reason">What a person is told; null: nothing.</param>
    private sealed record Case(Act[] Before, Act[] Since, string[] There, string? Reason = null);
}
