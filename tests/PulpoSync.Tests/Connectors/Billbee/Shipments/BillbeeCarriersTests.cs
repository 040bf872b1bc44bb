using PulpoSync.Engine.Connectors.Billbee.Shipments;

namespace PulpoSync.Tests.Connectors.Billbee.Shipments;

public class BillbeeCarriersTests
{
    [Theory]
    [InlineData("dhl", 2)]
    [InlineData("DHL_PAKET", 2)]
    [InlineData("dhl_express", 1)]
    [InlineData("DHL Express Worldwide", 1)]
    [InlineData("dhlExpress", 1)]
    [InlineData("dpd", 4)]
    [InlineData("gls", 6)]
    [InlineData("ups", 5)]
    [InlineData("Hermes", 3)]
    [InlineData("deutsche_post", 7)]
    [InlineData("Österreichische Post", 8)]
    [InlineData("fedex-international", 9)]
    [InlineData("parcel one", 14)]
    [InlineData("amazon_logistics", 18)]
    [InlineData("other", 0)]
    [InlineData("rider", null)]
    [InlineData("-", null)]
    public void Code_or_name_means_a_number_of_billbees_list_or_none(string code, int? number) => Assert.Equal(number, BillbeeCarriers.NumberOf(code));

    [Fact]
    public void Each_name_of_the_list_means_its_place_in_it() =>
        Assert.Equal(Enumerable.Range(0, 19), BillbeeCarriers.All.Select(name => BillbeeCarriers.NumberOf(name)!.Value));
}
