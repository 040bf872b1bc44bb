using System.Globalization;
using PulpoSync.Engine.Connectors.Billbee;
using PulpoSync.Engine.Contracts;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Billbee;
using BillbeeAddress = PulpoSync.Sandbox.Billbee.BillbeeAddress;

namespace PulpoSync.Tests.Connectors.Contract.Billbee;

/// <summary>A Billbee account with its limits in force.</summary>
public sealed class BillbeeWorld : SystemWorld
{
    private SandboxHost _host = null!;

    public override ISystem System { get; } = new BillbeeSystem();

    public override string Prefix => "billbee";

    public override string Account => "billbee:api@acme.example";

    public override IReadOnlyList<IReadOnlyDictionary<string, string>> Credentials =>
    [
        new Dictionary<string, string>
        {
            ["Address"] = $"{Host.Address}billbee/acme", ["UserName"] = "Api@Acme.example", ["Password"] = "sandbox-api-password", ["DeveloperKey"] = "sandbox-developer-key",
        },
    ];

    public override IReadOnlyList<string?> ForeignAddresses => ["https://billbee.example", "http://app.billbee.io", "https://app.billbee.io.example.com", "https://localhost"];

    // Data, entry.
    public override int EnvelopeDepth => 2;

    // Data.
    public override int SingleDepth => 1;

    // Data that is null.
    public override string LooksGone => "null for objects and lists at depth 1";

    /// <summary>Articles that the account has from the start.</summary>
    public IReadOnlyList<string> Goods { get; init; } = ["SKU-1", "SKU-2"];

    internal override SandboxHost Host => _host;

    internal BillbeeAccount Billbee { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        // The recording is what tests/contracts holds against Billbee's contract.
        var record = Environment.GetEnvironmentVariable("PULPOSYNC_RECORD_TO") is { Length: > 0 } file ? file : null;
        _host = await SandboxHost.StartAsync(new SandboxOptions { Time = Clock, RecordTo = record });
        Billbee = _host.AddAccount(new BillbeeOptions { Name = "acme", UserName = "api@acme.example", DeveloperKey = "sandbox-developer-key" });
        foreach (var sku in Goods) Billbee.AddProduct(sku);
    }

    public override async Task DisposeAsync() => await _host.DisposeAsync();

    /// <summary>Makes a paid order for two pieces, of somebody whom no message may name.</summary>
    /// <returns>Its key.</returns>
    internal string Ordered(string number, string? note = null)
    {
        var order = Billbee.AddOrder(new BillbeeOrder
        {
            Id = $"ext-{number}",
            OrderNumber = number,
            Currency = "EUR",
            TotalCost = 19.8m,
            SellerComment = note ?? Canaries.Note,
            Customer = new BillbeeCustomer { Id = 7, Name = Canaries.Name, Email = Canaries.Email, Tel1 = Canaries.Phone },
            ShippingAddress = new BillbeeAddress
            {
                FirstName = Canaries.FirstName, LastName = Canaries.LastName, Street = Canaries.Street, Zip = "10115", City = "Berlin", CountryISO2 = "DE", Phone = Canaries.Phone,
            },
            OrderItems = [new BillbeeOrderItem { Quantity = 2, TotalPrice = 19.8m, Product = new BillbeeSoldProduct { SKU = Goods[0], Title = Goods[0] } }],
        });
        return order.BillBeeOrderId!.Value.ToString(CultureInfo.InvariantCulture);
    }
}
