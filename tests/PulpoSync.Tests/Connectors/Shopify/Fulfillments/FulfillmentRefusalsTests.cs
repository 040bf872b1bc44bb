using PulpoSync.Torture.Mutations;
using System.Text.Json;
using PulpoSync.Engine.Connectors.Shopify;
using PulpoSync.Engine.Connectors.Shopify.Fulfillments;

namespace PulpoSync.Tests.Connectors.Shopify.Fulfillments;

public class FulfillmentRefusalsTests
{
    [Theory]
    [InlineData("Fulfillment order does not exist.", true)]
    [InlineData("Fulfillment order line item does not exist.", true)]
    [InlineData("Fulfillment order 9825095713074 has an unfulfillable status= closed.", true)]
    [InlineData("Invalid fulfillment order line item quantity requested.", true)]
    [InlineData("All fulfillment orders must be assigned to a single location. Multiple locations with ids [1, 2] were found.", true)]
    [InlineData("Quantity must be greater than 0", false)]
    [InlineData("Ada Beispiel may not ship.", false)]
    public void Texts_that_mean_a_change_meanwhile_are_known_and_others_never_quoted(string text, bool changed)
    {
        var failure = FulfillmentRefusals.Of([new ShopifyUserError(null, ["fulfillment"], text)], "#1001")!;

        Assert.Equal((FailureKind.Conflict, changed ? FulfillmentRefusals.Changed : "ShipmentRefused"), (failure.Kind, failure.Code));
        Assert.Contains("#1001", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_errors_are_no_refusal() => Assert.Null(FulfillmentRefusals.Of([], "#1001"));

    [FactIfSamples]
    public void Refusals_of_recorded_answers_are_told_apart()
    {
        string[] ours = ["Quantity must be greater than 0", "All fulfillment orders must belong to the same order"];
        var texts = Directory.EnumerateFiles(Samples.Folder, "graphql-fulfillmentCreate-*.json")
            .SelectMany(file => Texts(JsonDocument.Parse(File.ReadAllText(file)).RootElement)).Distinct().Where(text => !text.StartsWith("Cannot cancel", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(texts);
        Assert.All(texts, text => Assert.Equal(
            ours.Any(known => text.StartsWith(known, StringComparison.Ordinal)), FulfillmentRefusals.Of([new ShopifyUserError(null, [], text)], "#1")!.Code != FulfillmentRefusals.Changed));
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => member.Name == "userErrors" && member.Value.ValueKind == JsonValueKind.Array
            ? member.Value.EnumerateArray().Select(error => error.GetProperty("message").GetString()!)
            : Texts(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        _ => [],
    };
}
