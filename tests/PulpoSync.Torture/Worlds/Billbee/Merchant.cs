using System.Globalization;
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
    public SkewedClock Ours => rehearsal.Ours;
    public IReadOnlyList<RunEvent> Events => rehearsal.Events;
    public SandboxHost Sandbox => rehearsal.Sandbox;
    public BillbeeAccount Account => rehearsal.Account;
    public PulpoTenant Tenant => rehearsal.Tenant;
    public string StorePath => rehearsal.StorePath;

    /// <summary>For how many boxes somebody had to look whether their label was made.</summary>
    public int Questions { get; private set; }

    /// <summary>Runs that failed as a whole since the last call, with what they said.</summary>
    public List<string> Failures { get; } = [];

    public static async Task<Merchant> StartAsync(string measure, int times = 25)
    {
        var options = new BillbeeOptions { Name = "acme", ListOrder = BillbeeListOrder.ByModification };
        var (rehearsal, clock) = await Rehearsal.StartWithBillbeeAsync(
            options, new TenantOptions { Name = "pulpo", EnforceStock = true }, new PulpoSeed { Warehouses = [Warehouse] }, times: times);
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
    public Task RunAsync() => RunAsync(new StartRequest { Due = true });

    public async Task RunAsync(StartRequest request)
    {
        foreach (var run in await rehearsal.RunAsync(request))
        {
            if (run.Status is RunStatus.Failed && run.Error?.Code != "EveryRecordFailed") Failures.Add($"{run.Integration}: {run.Error?.Code} {run.Error?.Message}");
        }
    }

    /// <summary>
    /// Somebody looks after the labels of which nobody can tell whether they were made, as the message asks: the number of a label that is at Billbee and on no box
    /// is entered; where there is none, another is asked for.
    /// </summary>
    public async Task AskAgainAsync()
    {
        var unclear = rehearsal.Runtime.GetRecords(new RecordQuery(Integration: "Labels", Last: 100_000)).Where(record => record.Reason is ReasonCodes.LabelUnclear).ToList();
        foreach (var record in unclear)
        {
            Questions++;
            var order = record.Number[..record.Number.LastIndexOf('/')];
            var box = Tenant.Packings.Where(packing => packing.Order == order).SelectMany(packing => packing.Boxes)
                .FirstOrDefault(box => record.Number == $"{order}/{box.Number.ToString(CultureInfo.InvariantCulture)}" && box.Trackings.All(tracking => tracking.Code is null));
            // Two packing orders of an order may each have a box 1: who asks for one of them by its number asks for both.
            if (box is null) continue;
            if (Unclaimed(order).FirstOrDefault() is { } label) Tenant.Track(box.Id, new PackLabel { Code = label });
            else await rehearsal.RunAsync(new StartRequest { Names = ["Labels"], Records = [record.Number], Recreate = true });
        }
    }

    /// <summary>Lets go of the store, so that other processes have it to themselves.</summary>
    public ValueTask CloseAsync() => rehearsal.Runtime.DisposeAsync();

    /// <summary>The same store as a new process would open it.</summary>
    public Task ReopenAsync() => rehearsal.ReopenAsync();

    public ValueTask DisposeAsync() => rehearsal.DisposeAsync();

    // Shipments of an order at Billbee that no box shows.
    private IEnumerable<string> Unclaimed(string number)
    {
        var key = Tenant.Orders.First(order => order.Number == number).Attributes!.Value.GetProperty("source_order").GetString()!;
        var shown = Tenant.Packings.SelectMany(packing => packing.Boxes).SelectMany(box => box.Trackings).Select(tracking => tracking.Code).ToHashSet();
        return Account.Order(long.Parse(key, CultureInfo.InvariantCulture)).ShippingIds.Select(parcel => parcel.ShippingId!).Where(id => !shown.Contains(id));
    }
}
