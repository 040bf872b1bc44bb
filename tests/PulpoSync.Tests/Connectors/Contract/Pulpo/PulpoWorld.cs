using PulpoSync.Engine.Connectors.Pulpo;
using PulpoSync.Engine.Contracts;
using PulpoSync.Sandbox;
using PulpoSync.Tests.Connectors.Pulpo;

namespace PulpoSync.Tests.Connectors.Contract.Pulpo;

/// <summary>A tenant that gives few rows of a list at a time.</summary>
public sealed class PulpoWorld : SystemWorld
{
    public const string Warehouse = "Berlin";
    private PulpoFixture _fixture = null!;

    public override ISystem System { get; } = new PulpoSystem();

    public override string Prefix => "pulpo";

    public override string Account => "pulpo:127.0.0.1/pulpo/acme/43";

    public override IReadOnlyList<IReadOnlyDictionary<string, string>> Credentials =>
        [new Dictionary<string, string> { ["Address"] = $"{Host.Address}pulpo/acme", ["UserName"] = Tenant.Username, ["Password"] = "sandbox-password" }];

    public override IReadOnlyList<string?> ForeignAddresses => [null, "", " ", "http://eu.pulpo.co", "https://eu.pulpo.co/other/path", "https://localhost"];

    public override string LoginOperation => "POST /api/v1/auth";

    /// <summary>Rows at a time; destinations read lists that are long, such as that of the countries.</summary>
    public int Rows { get; init; } = 3;

    /// <summary>Articles that the tenant has from the start.</summary>
    public IReadOnlyList<string> Goods { get; init; } = ["SKU-1", "SKU-2"];

    // List, entry.
    public override int EnvelopeDepth => 2;

    internal override SandboxHost Host => _fixture.Host;

    internal PulpoTenant Tenant => _fixture.Tenant;

    internal PulpoFixture Fixture => _fixture;

    public override async Task InitializeAsync()
    {
        _fixture = await PulpoFixture.StartAsync(options => options with { DefaultLimit = Rows, LimitCap = Rows }, isEmpty: true, Clock);
        Tenant.Seed(new PulpoSeed { Warehouses = [Warehouse], Skus = Goods, Customers = ["WALK-IN"] });
    }

    public override async Task DisposeAsync() => await _fixture.DisposeAsync();

    /// <summary>Makes an order of ours for two pieces, for somebody whom no message may name.</summary>
    /// <returns>Its number.</returns>
    internal async Task<string> OrderedAsync(string number)
    {
        await _fixture.CreatedAsync(PulpoOrders.Of(number, "plain", "SKU-1"));
        return number;
    }
}
