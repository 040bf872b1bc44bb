using System.Globalization;
using PulpoSync.Sandbox;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.EndToEnd.Billbee;

/// <summary>
/// A Billbee account whose orders arrive in a warehouse, and a warehouse whose boxes get their labels from Billbee. Goes by the machine's clock, as the processes
/// do that are started and killed here.
/// </summary>
internal sealed class LabelWorld : IAsyncDisposable
{
    public const string Labels = "Labels";
    public const string Make = "POST /api/v1/shipment/shipwithlabel";

    // The recovery of a store waits until no request of a dead run can still arrive.
    private static readonly TimeSpan WireIsQuiet = TimeSpan.FromMinutes(5);

    private LabelWorld(Rehearsal rehearsal, BillbeeAccount account) => (Rehearsal, Account) = (rehearsal, account);

    public Rehearsal Rehearsal { get; }
    public BillbeeAccount Account { get; }
    public PulpoTenant Tenant => Rehearsal.Tenant;
    public IEnumerable<PulpoBox> Boxes => Tenant.Packings.SelectMany(packing => packing.Boxes);
    public int Asked => Rehearsal.Sandbox.Traffic.CountOf("billbee", Make);

    public static async Task<LabelWorld> StartAsync(params (string Name, string Value)[] settings)
    {
        var rehearsal = await Rehearsal.StartAsync();
        var account = rehearsal.Sandbox.AddAccount(new BillbeeOptions { Name = "acme", UserName = "api@acme.example" });
        account.AddShippingProvider("DHL", 2, "Paket national", "Express");
        rehearsal.Tenant.AddShippingMethod(new("Parcel") { FetchLabel = true, LabelsElsewhere = true });
        rehearsal.Tenant.AddShippingMethod(new("Fast") { FetchLabel = true, LabelsElsewhere = true });
        rehearsal.Tenant.AddShippingMethod(new("Own van") { FetchLabel = false, LabelsElsewhere = true });
        await rehearsal.AddBillbeeAsync("Billbee", account);
        var startFrom = ("StartFrom", DateTimeOffset.UtcNow.AddDays(-1).ToString("O", CultureInfo.InvariantCulture));
        await rehearsal.AddOrdersAsync("Orders", "Billbee", startFrom, ("Warehouse", "Berlin"), ("FallbackCustomer", "FALLBACK"));
        if (settings.Length == 0) settings = [("LabelMap", "Fast=DHL/Express"), ("LabelProvider", "DHL"), ("LabelProduct", "Paket national")];
        await rehearsal.AddAsync(IntegrationType.ShippingLabels, Labels, "PULPO", "Billbee", [startFrom, .. settings]);
        return new LabelWorld(rehearsal, account);
    }

    /// <summary>Sells one piece of each of so many articles, and has the order arrive in the warehouse.</summary>
    public async Task<long> OrderAsync(string number, int articles = 1)
    {
        var order = Account.AddOrder(BillbeeWorld.Draft(number, [.. Enumerable.Range(1, articles).Select(at => (ShopSeed.SkuOf(at), 1))]));
        var run = await Rehearsal.RunAsync();
        Assert.True(run.Status is RunStatus.Finished && run.Counts.Created == 1, $"{run.Status} {run.Counts} {run.Error?.Message}");
        return order.BillBeeOrderId!.Value;
    }

    /// <summary>Sells, and packs into so many boxes without any label.</summary>
    public async Task<long> PackedAsync(string number, int boxes = 1, string method = "Parcel")
    {
        var id = await OrderAsync(number, boxes);
        Tenant.ChooseShippingMethod(number, method);
        Tenant.Advance(number, "shipping", new PackOptions { Boxes = boxes });
        return id;
    }

    public Task<IntegrationRun> RunAsync() => Rehearsal.RunAsync(Labels);

    public async Task<IntegrationRun> RunAsync(StartRequest request) => (await Rehearsal.RunAsync(request with { Names = [Labels] })).Single();

    /// <summary>The next run, once no request of this one can still be under way.</summary>
    public Task<IntegrationRun> RunLaterAsync()
    {
        Rehearsal.Clock.Advance(WireIsQuiet);
        return RunAsync();
    }

    /// <summary>Runs as a process of its own and kills it where it halts, or where a request is held.</summary>
    /// <param name="haltAt">Named point.</param>
    /// <param name="held">Holds the request.</param>
    /// <param name="later">How much later the next run begins; null: when the wire is quiet.</param>
    public async Task KillAsync(string? haltAt, Fault? held, TimeSpan? later = null)
    {
        await Rehearsal.Runtime.DisposeAsync();
        using (var process = ChildProcess.Start(haltAt, "run", Labels, "--store", Rehearsal.StorePath, "--json"))
        {
            await Task.WhenAny(held?.Reached ?? process.Halted, process.Exited);
            Assert.False(process.Exited.IsCompleted, $"The run ended before it could be killed. {process.Errors}");
            await process.KillAsync();
        }

        await Rehearsal.ReopenAsync(later ?? WireIsQuiet);
    }

    public Fault Fail(FaultKind kind, string operation = Make, string system = "billbee", int status = 503, int count = 1, int nth = 1, bool outlives = false) =>
        Rehearsal.Sandbox.Faults.Add(new Fault
        {
            Kind = kind, System = system, Operation = operation, Status = status, Count = count, Nth = nth, OutlivesClient = outlives,
        });

    public IntegrationRecord Record(string number) => Rehearsal.Runtime.GetRecords(new RecordQuery(number, Labels)).Single(record => record.Number == number);

    public IReadOnlyList<string> ParcelsOf(long order) => [.. Account.Order(order).ShippingIds.Select(parcel => parcel.ShippingId!)];

    /// <summary>Numbers of all shipments at Billbee.</summary>
    public IEnumerable<string> AllParcels => Account.Orders.SelectMany(order => order.ShippingIds).Select(parcel => parcel.ShippingId!);

    /// <summary>A box without a label asks people to look, in our records as in the warehouse, which cuts longer texts.</summary>
    public void AssertAsks(string number, PulpoTracking told)
    {
        var record = Record(number);
        Assert.Equal((LedgerState.Parked, ReasonCodes.LabelUnclear, null), (record.State, record.Reason, told.Code));
        Assert.StartsWith(told.Error![..100], record.Message, StringComparison.Ordinal);
    }

    /// <summary>Each box has one number and its file, each number is one shipment of its order at Billbee, and nothing of it is kept here.</summary>
    public void AssertEachLabelledOnce()
    {
        var numbers = Boxes.Select(box => Assert.Single(box.Trackings)).ToList();
        Assert.All(numbers, number => Assert.Null(number.Error));
        Assert.Equal(
            numbers.Select(number => number.Code!).Order(StringComparer.Ordinal),
            AllParcels.Order(StringComparer.Ordinal));
        Assert.All(Boxes, AssertFile);
        AssertNothingKept();
    }

    public static void AssertFile(PulpoBox box)
    {
        var file = Assert.Single(box.Attachments);
        Assert.Equal(("application/pdf", "label"), (file.ContentType, file.Type));
        Assert.StartsWith("%PDF", System.Text.Encoding.Latin1.GetString(Convert.FromBase64String(file.Path!.Split(',')[1])), StringComparison.Ordinal);
    }

    public void AssertNothingKept() => Assert.Equal(
        "documents", StoreDump.Of(Rehearsal.StorePath).Split("-- ").Single(table => table.StartsWith("documents", StringComparison.Ordinal)).Trim());

    /// <summary>A further run has nothing to do.</summary>
    public async Task AssertAtRestAsync()
    {
        var asked = Asked;
        var run = await RunLaterAsync();
        Assert.Equal((RunStatus.Finished, 0, 0), (run.Status, run.Counts.Created, run.Counts.Failed));
        Assert.Equal(asked, Asked);
    }

    public ValueTask DisposeAsync() => Rehearsal.DisposeAsync();
}
