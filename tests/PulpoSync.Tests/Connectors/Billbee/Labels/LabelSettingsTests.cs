using PulpoSync.Engine.Connectors.Billbee;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Connectors.Billbee.Labels;

public class LabelSettingsTests
{
    [Theory]
    [InlineData("DHL Paket=DHL/Paket national\nEU = dhl / PAKET INTERNATIONAL", "", "", "")]
    [InlineData("", "DHL", "Paket national", "")]
    [InlineData("Post=Deutsche Post/Brief", "", "", "Billbee has no shipping provider \"Deutsche Post\". It has \"DHL/Paket national\", \"DHL/Paket international\".")]
    [InlineData("", "dhl", "Päckchen", "Billbee's shipping provider \"dhl\" has no product \"Päckchen\". It has \"DHL/Paket national\", \"DHL/Paket international\".")]
    [InlineData("Post=DHL Paket", "DHL", "Paket national", "LabelMap has \"DHL Paket\" for \"Post\". Write provider and product with a slash between them: DHL/DHL Paket.")]
    [InlineData("", "DHL", "", "LabelProvider and LabelProduct belong together: LabelProduct is missing.")]
    [InlineData("", "", "Paket national", "LabelProvider and LabelProduct belong together: LabelProvider is missing.")]
    [InlineData("", "", "", "No label is chosen for any box. Give LabelMap, or LabelProvider and LabelProduct.")]
    public async Task What_the_settings_name_has_to_exist(string map, string provider, string product, string finding)
    {
        await using var bench = await LabelBench.StartAsync();

        var findings = await ValidateAsync(bench, (BillbeeSpec.LabelMap, map), (BillbeeSpec.LabelProvider, provider), (BillbeeSpec.LabelProduct, product));

        Assert.Equal(finding, string.Join(" ", findings.Select(failure => failure.Message)));
        Assert.All(findings, failure => Assert.Equal(FailureKind.Configuration, failure.Kind));
        Assert.True(bench.Fixture.Calls(LabelBench.Providers) <= 1);
    }

    [Fact]
    public async Task Ids_do_as_well_as_names_and_settle_names_that_are_not_unique()
    {
        await using var bench = await LabelBench.StartAsync();
        var twin = bench.Fixture.Account.AddShippingProvider("dhl ", 2, "Paket national");

        var byName = Assert.Single(await ValidateAsync(bench, (BillbeeSpec.LabelMap, "a=DHL/Paket national")));
        var byId = await ValidateAsync(bench, (BillbeeSpec.LabelMap, $"a={twin.Id}/{twin.Products[0].Id}"));

        Assert.Contains($"({twin.Id}/{twin.Products[0].Id}). Take the ids.", byName.Message, StringComparison.Ordinal);
        Assert.Empty(byId);
        Assert.Equal(WriteStatus.Done, (await bench.WriteAsync(bench.Box() with { Label = new LabelChoice($"{twin.Id}", "Paket national") })).Status);
        Assert.Equal(twin.Id, bench.Parcels[0].ShippingProviderId);
    }

    [Fact]
    public async Task Account_without_providers_is_told_to_set_one_up()
    {
        await using var fixture = await BillbeeFixture.StartAsync();
        var request = new CheckRequest(IntegrationType.ShippingLabels, Role.Destination, BillbeeFixture.Bag((BillbeeSpec.LabelMap, "a=DHL/Paket")));

        Assert.Contains("set one up there", Assert.Single(await fixture.Connect().ValidateSettingsAsync(request, default)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Providers_are_read_with_capital_letters_too()
    {
        await using var bench = await LabelBench.StartAsync();
        bench.Fixture.Fail(FaultKind.Status, "shippingproviders", 200, body: """[{"Id":1,"Name":"GLS","Products":[{"Id":2,"DisplayName":"Business"},{"Id":3,"ProductName":"Express"}]}]""");

        Assert.Empty(await ValidateAsync(bench, (BillbeeSpec.LabelMap, "a=GLS/Business\nb=gls/express\nc=1/3")));
    }

    [Fact]
    public async Task Providers_of_another_shape_are_not_taken_for_none()
    {
        await using var bench = await LabelBench.StartAsync();
        bench.Fixture.Fail(FaultKind.Status, "shippingproviders", 200, body: """[["DHL"]]""");

        var finding = Assert.Single(await ValidateAsync(bench, (BillbeeSpec.LabelMap, "a=DHL/Paket national")));
        Assert.Equal((FailureKind.Protocol, "UnexpectedShape"), (finding.Kind, finding.Code));
    }

    [Fact]
    public async Task Billbee_that_cannot_be_asked_is_a_finding()
    {
        await using var bench = await LabelBench.StartAsync();
        bench.Fixture.Fail(FaultKind.Status, "shippingproviders", 403);

        Assert.Equal(FailureKind.Authorization, Assert.Single(await ValidateAsync(bench, (BillbeeSpec.LabelMap, "a=DHL/Paket national"))).Kind);
    }

    private static Task<IReadOnlyList<Failure>> ValidateAsync(LabelBench bench, params (string Name, string Value)[] settings) =>
        bench.Fixture.Connect().ValidateSettingsAsync(new CheckRequest(IntegrationType.ShippingLabels, Role.Destination, BillbeeFixture.Bag(settings)), default);
}
