using PulpoSync.Engine.Connectors.Pulpo;
using PulpoSync.Engine.Contracts;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Connectors.Pulpo;

public class PulpoSettingsTests
{
    [Theory]
    [InlineData("FallbackCustomer", "WALK-IN", null, null)]
    [InlineData("FallbackCustomer", " WALK-IN ", null, null)]
    [InlineData("FallbackCustomer", "walk-in", "FallbackCustomerUnknown", "\"WALK-IN\"")]
    [InlineData("Warehouse", "Berlin", null, null)]
    [InlineData("Warehouse", " berlin", null, null)]
    [InlineData("Warehouse", "Rome", "WarehouseUnknown", "\"Berlin\", \"Paris\"")]
    [InlineData("WarehouseMap", "Main street=Paris\nOutlet=Rome", "WarehouseUnknown", "\"Rome\"")]
    [InlineData("Merchant", "Nobody", "MerchantUnknown", "\"North\", \"South\"")]
    [InlineData("Merchant", "south", null, null)]
    [InlineData("MerchantChannel", "online", "MerchantMissing", "Merchant")]
    public async Task ValidateSettings_names_what_does_not_exist_and_what_does(string setting, string value, string? code, string? named)
    {
        await using var fixture = await PulpoFixture.StartAsync();
        if (setting.StartsWith("Merchant", StringComparison.Ordinal)) fixture.Tenant.Seed(new PulpoSeed { Merchants = ["North", "South"] });
        var request = new CheckRequest(IntegrationType.SalesOrders, Role.Destination, PulpoFixture.Bag((setting, value)));

        var findings = await fixture.Connect(settings: (setting, value)).ValidateSettingsAsync(request, default);

        if (code is null)
        {
            Assert.Empty(findings);
        }
        else
        {
            var finding = Assert.Single(findings);
            Assert.Equal((FailureKind.Configuration, code), (finding.Kind, finding.Code));
            Assert.Contains(named!, finding.Message);
        }
    }

    [Fact]
    public async Task Check_of_an_integration_refuses_a_merchant_that_does_not_exist()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        var settings = ("Merchant", "Nobody");

        var check = await fixture.Connect(settings: settings).CheckAsync(
            new CheckRequest(IntegrationType.SalesOrders, Role.Destination, PulpoFixture.Bag(settings)), default);

        Assert.Equal("MerchantUnknown", check.Failure!.Code);
    }

    [Fact]
    public void Spec_is_complete()
    {
        var spec = new PulpoSystem().Spec;

        Assert.Equal(("Pulpo", true, 50), (spec.Name, spec.UniqueNumbers, spec.BatchSize));
        Assert.Contains(IntegrationType.SalesOrders, spec.DestinationOf);
        Assert.Contains(IntegrationType.Stock, spec.SourceOf);
        Assert.Equal(["Address", "UserName", "Password"], spec.CredentialFields.Select(field => field.Name));
        Assert.Equal(["Password"], spec.CredentialFields.Where(field => field.IsSecret).Select(field => field.Name));
        Assert.All(spec.CredentialSets, set => Assert.All(set, name => Assert.Contains(name, spec.CredentialFields.Select(field => field.Name))));
        Assert.Equal(
            ["FallbackCustomer", "Merchant", "MerchantChannel", "AdoptExisting"],
            spec.Settings.Where(setting => setting is { Type: IntegrationType.SalesOrders, Role: Role.Destination }).Select(setting => setting.Spec.Name));
    }
}
