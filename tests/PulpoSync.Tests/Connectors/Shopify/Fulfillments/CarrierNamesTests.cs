using PulpoSync.Engine.Connectors.Shopify.Fulfillments;

namespace PulpoSync.Tests.Connectors.Shopify.Fulfillments;

public class CarrierNamesTests
{
    [Theory]
    [InlineData("dhl", "DHL")]
    [InlineData("DHL_PAKET", "DHL")]
    [InlineData("dhl express", "DHL Express")]
    [InlineData("dhl-express", "DHL Express")]
    [InlineData("deutsche_post", "Deutsche Post")]
    [InlineData("ups", "UPS")]
    [InlineData("Hermes", "Hermes")]
    [InlineData("oesterreichische post", "Österreichische Post")]
    [InlineData("fedex_international", "FedEx")]
    [InlineData("gls", "GLS")]
    [InlineData("rider", "rider")]
    [InlineData("-", "-")]
    public void Code_becomes_the_shops_spelling_or_stays_as_it_is(string code, string name) => Assert.Equal(name, CarrierNames.Of(code));
}
