using System.Globalization;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Billbee;
using PulpoSync.Tests.Support;
using Xunit.Abstractions;

namespace PulpoSync.Tests.EndToEnd.Billbee;

/// <summary>Six integrations in two processes share one key and one user: Billbee counts what arrives there, in real time.</summary>
public class SharedRateTests(ITestOutputHelper output)
{
    private const int Orders = 24;

    [Fact]
    public async Task Run_six_integrations_in_two_processes_at_once_never_asks_an_endpoint_more_often_than_it_may_be()
    {
        await using var rehearsal = await Rehearsal.StartAsync(seed: new PulpoSeed { Warehouses = ["Berlin"], Skus = [BillbeeWorld.Mug, BillbeeWorld.Cup] });
        var account = rehearsal.Sandbox.AddAccount(new BillbeeOptions { Name = "acme", UserName = "api@acme.example" });
        await SetUpAsync(rehearsal, account);
        for (var at = 1; at <= Orders; at++) account.AddOrder(BillbeeWorld.Draft($"B-{at}", (BillbeeWorld.Mug, 1), (BillbeeWorld.Cup, 1)));
        await rehearsal.RunAsync(new StartRequest { Names = ["Orders"] });
        foreach (var order in rehearsal.Tenant.Orders)
        {
            rehearsal.Tenant.ChooseShippingMethod(order.Number, order.Id % 2 == 0 ? "Parcel" : "Courier");
            rehearsal.Tenant.Advance(order.Number, "shipping");
        }

        account.Rates.Reset();
        await rehearsal.Runtime.DisposeAsync();
        using var one = ChildProcess.Start(null, "run", "--due", "--store", rehearsal.StorePath, "--json");
        using var other = ChildProcess.Start(null, "run", "--due", "--store", rehearsal.StorePath, "--json");
        await Task.WhenAll(one.Exited, other.Exited);
        await rehearsal.ReopenAsync();

        foreach (var rate in account.Rates.All.OrderByDescending(rate => rate.Count))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rate.Endpoint}: {rate.Count} requests, at most {rate.MaxPerSecond} a second, {rate.Refused} refused, {rate.ShareOfLimit:P1} of what is allowed"));
        }

        Assert.All(account.Rates.All, rate => Assert.True(rate is { MaxPerSecond: <= 2, Refused: 0 }, $"{rate}"));
        // Both have worked, and all of the work is done.
        Assert.All(account.Orders, order => Assert.Equal((13, 1), (order.State, order.ShippingIds.Count)));
        Assert.All(new[] { one, other }, process => Assert.Contains(process.Events, line => line.TryGetProperty("event", out var kind) && kind.GetString() == "runFinished"));
    }

    private static async Task SetUpAsync(Rehearsal rehearsal, BillbeeAccount account)
    {
        account.AddProduct(BillbeeWorld.Mug);
        account.AddProduct(BillbeeWorld.Cup);
        account.AddShippingProvider("DHL", 2, "Paket national");
        rehearsal.Tenant.AddShippingMethod(new PulpoShippingMethod("Parcel") { FetchLabel = true, LabelsElsewhere = true });
        rehearsal.Tenant.AddShippingMethod(new PulpoShippingMethod("Courier") { FetchLabel = false });
        await rehearsal.AddBillbeeAsync("Billbee", account);
        await rehearsal.AddAsync(IntegrationType.Products, "Products", "Billbee");
        await rehearsal.AddAsync(IntegrationType.SalesOrders, "Orders", "Billbee", ("Warehouse", "Berlin"), ("StartFrom", "2026-01-01T00:00:00Z"));
        await rehearsal.AddAsync(IntegrationType.ShippingLabels, "Labels", "PULPO", "Billbee", ("LabelMap", "Parcel=DHL/Paket national"));
        await rehearsal.AddAsync(IntegrationType.GenerateShipments, "Shipments", "PULPO", "Billbee");
        await rehearsal.AddAsync(IntegrationType.StatusUpdates, "Status", "PULPO", "Billbee", ("PackedStatus", "PACKED"));
        await rehearsal.AddAsync(IntegrationType.Stock, "Stock", "PULPO", "Billbee", ("Warehouse", "Berlin"));
    }
}
