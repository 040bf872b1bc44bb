using System.Text.Json;
using PulpoSync.Engine.Connectors.Pulpo;

namespace PulpoSync.Tests.Connectors.Pulpo;

/// <summary>Pieces and weights as PULPO may give them.</summary>
public class PulpoNumberTests
{
    [Theory]
    [InlineData("5", 5)]
    [InlineData("\"5.0\"", 5)]
    [InlineData("-3", -3)]
    [InlineData("1e3", 1000)]
    [InlineData("null", null)]
    public void Quantity_is_read_as_a_number_or_as_text(string json, int? read) => Assert.Equal(read, Read(json));

    [Theory]
    [InlineData("4000000000")]
    [InlineData("-1e20")]
    [InlineData("1e300")]
    [InlineData("\"1e20\"")]
    [InlineData("\"many\"")]
    [InlineData("true")]
    [InlineData("{}")]
    public void Quantity_that_no_warehouse_can_hold_is_not_read(string json) => Assert.Throws<JsonException>(() => Read(json));

    private static decimal? Read(string json) =>
        JsonSerializer.Deserialize($$"""{"product_id":1,"available_quantity":{{json}}}""", PulpoJson.Default.PulpoAvailability)!.AvailableQuantity;
}
