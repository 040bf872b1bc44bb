using System.Globalization;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Billbee;

namespace PulpoSync.Tests.Connectors.Billbee.Labels;

/// <summary>An account that makes labels of DHL, one order with boxes, and the documents of the store.</summary>
internal sealed class LabelBench : IAsyncDisposable
{
    public const string Ship = "POST /api/v1/shipment/shipwithlabel";
    public const string Providers = "GET /api/v1/shipment/shippingproviders";

    private LabelBench(BillbeeFixture fixture)
    {
        Fixture = fixture;
        Dhl = fixture.Account.AddShippingProvider("DHL", 2, "Paket national", "Paket international");
        (Key, var order) = fixture.AddOrder(order => order with { State = 3 });
        Id = order.BillBeeOrderId!.Value;
    }

    public BillbeeFixture Fixture { get; }
    public BillbeeShippingProvider Dhl { get; }
    public string Key { get; }
    public long Id { get; }

    /// <summary>Shipments that the order has.</summary>
    public IReadOnlyList<BillbeeShipment> Parcels => Fixture.Account.Order(Id).ShippingIds;

    public int Labels => Fixture.Calls(Ship);

    public static async Task<LabelBench> StartAsync(Func<BillbeeOptions, BillbeeOptions>? change = null) => new(await BillbeeFixture.StartAsync(change));

    /// <summary>The destination as another process would open it.</summary>
    public IDestination<PackedBox> Destination(IDocuments? documents = null) => new Engine.Connectors.Billbee.BillbeeSystem()
        .Connect(Fixture.Context() with { Documents = documents ?? Fixture.Documents }).Destination<PackedBox>()!;

    public PackedBox Box(int number = 1, string? order = null) => new()
    {
        Key = $"7001/{number}", Number = $"4711/{number}", Account = "billbee:api@acme.example", OrderKey = order ?? Key, State = PackingState.Packed,
        UpdatedAt = DateTimeOffset.UnixEpoch, Weight = 1.2504m, Length = 30m, Width = 20.5m, Height = 10m, Label = new LabelChoice("dhl", "Paket national"),
    };

    public static RecordRef Ref(PackedBox box) => new("pulpo:acme", box.Key, "", box.Number);

    public static RecordRef InDoubt(PackedBox box) => Ref(box) with { InDoubt = true };

    public static Write<PackedBox> Write(PackedBox box, RecordRef? reference = null) => new(WriteOperation.Create, reference ?? Ref(box), box);

    public async Task<WriteResult> WriteAsync(PackedBox box, RecordRef? reference = null, IDocuments? documents = null) =>
        Assert.Single(await Destination(documents).WriteAsync([Write(box, reference)], default));

    public async Task<Found> FindAsync(PackedBox box) => Assert.Single(await Destination().FindAsync([Ref(box)], default));

    public LabelDocument? Kept(PackedBox box) => LabelDocument.Find(Fixture.Documents, Ref(box));

    public bool HasNote(PackedBox box) => Fixture.Documents.Names.Contains($"label-before|pulpo:acme|{box.Key}");

    public Fault Fail(FaultKind kind, int status = 503, int count = 1, int nth = 1, string? body = null, bool afterEffect = false) => Fixture.Host.Faults.Add(
        new Fault { System = "billbee", Kind = kind, Operation = Ship, Status = status, Count = count, Nth = nth, Body = body, AfterEffect = afterEffect });

    /// <summary>Somebody makes a label by hand.</summary>
    public string AddParcel(int type = 0) => Fixture.Account.AddShipment(
        Id, new BillbeeShipment { ShippingId = string.Create(CultureInfo.InvariantCulture, $"HAND-{Parcels.Count + 1}"), ShipmentType = type }).ShippingId!;

    public ValueTask DisposeAsync() => Fixture.DisposeAsync();
}
