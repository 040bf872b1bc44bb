using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Billbee;

namespace PulpoSync.Torture.Worlds.Billbee;

/// <summary>
/// A merchant who sells through Billbee and ships from one warehouse, with all six integrations between them. Parcels get their labels from Billbee, couriers'
/// from a service that is tied to the warehouse.
/// </summary>
internal sealed class Merchant(Rehearsal rehearsal, QuickClock clock) : IAsyncDisposable
{
    public const string Warehouse = "Berlin";
    public const string Parcel = "Parcel";
    public const string Courier = "Courier";

    public QuickClock Clock => clock;
    public SandboxHost Sandbox => rehearsal.Sandbox;
    public BillbeeAccount Account => rehearsal.Account;
    public PulpoTenant Tenant => rehearsal.Tenant;
    public string StorePath => rehearsal.StorePath;

    /// <summary>Runs that failed as a whole since the last call, with what they said.</summary>
    public List<string> Failures { get; } = [];

    public static async Task<Merchant> StartAsync(string measure)
    {
        var options = new BillbeeOptions { Name = "acme", ListOrder = BillbeeListOrder.ByModification };
        var (rehearsal, clock) = await Rehearsal.StartWithBillbeeAsync(
            options, new TenantOptions { Name = "pulpo", EnforceStock = true }, new PulpoSeed { Warehouses = [Warehouse] }, times: 25);
        rehearsal.Account.AddShippingProvider("DHL", 2, "Paket national");
        rehearsal.Tenant.AddShippingMethod(new PulpoShippingMethod(Parcel) { FetchLabel = true, LabelsElsewhere = true });
        rehearsal.Tenant.AddShippingMethod(new PulpoShippingMethod(Courier) { FetchLabel = false });
        await rehearsal.AddAsync(IntegrationType.Products, "Products", "Billbee");
        await rehearsal.AddAsync(IntegrationType.SalesOrders, "Orders", "Billbee", ("Warehouse", Warehouse), ("PhysicalOnly", "true"));
        await rehearsal.AddAsync(IntegrationType.ShippingLabels, "Labels", "PULPO", "Billbee", ("LabelMap", $"{Parcel}=DHL/Paket national"));
        await rehearsal.AddAsync(IntegrationType.GenerateShipments, "Shipments", "PULPO", "Billbee");
        await rehearsal.AddAsync(IntegrationType.StatusUpdates, "Status", "PULPO", "Billbee", ("PackedStatus", "Versendet"));
        await rehearsal.AddAsync(IntegrationType.Stock, "Stock", "PULPO", "Billbee", ("Warehouse", Warehouse), ("Quantity", measure), ("SubtractReserved", measure == "OnHand" ? "true" : "false"));
        return new Merchant(rehearsal, clock);
    }

    /// <summary>Runs what is due, as the scheduled task does.</summary>
    public async Task RunAsync()
    {
        foreach (var run in await rehearsal.RunAsync(new StartRequest { Due = true }))
        {
            if (run.Status is RunStatus.Failed && run.Error?.Code != "EveryRecordFailed") Failures.Add($"{run.Integration}: {run.Error?.Code} {run.Error?.Message}");
        }
    }

    /// <summary>Somebody looks after the labels of which nobody can tell whether they were made: Billbee shows none for the box, so another is asked for.</summary>
    public async Task AskAgainAsync()
    {
        var unclear = rehearsal.Runtime.GetRecords(new RecordQuery(Integration: "Labels", Last: 100_000)).Where(record => record.Reason is ReasonCodes.LabelUnclear).ToList();
        foreach (var record in unclear) await rehearsal.RunAsync(new StartRequest { Names = ["Labels"], Records = [record.Number], Recreate = true });
    }

    public ValueTask DisposeAsync() => rehearsal.DisposeAsync();
}
