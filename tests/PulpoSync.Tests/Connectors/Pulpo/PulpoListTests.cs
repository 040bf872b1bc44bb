using System.Text.Json;
using PulpoSync.Engine.Connectors.Pulpo;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Tests.Connectors.Pulpo;

public class PulpoListTests
{
    [Theory]
    [InlineData("""{"warehouses":[{"id":1,"name":"Berlin"}],"total_results":7}""", 1, 7)]
    [InlineData("""{"warehouses":[{"id":1,"name":"Berlin"}]}""", 1, null)]
    [InlineData("""{"warehouses":null,"total_results":0}""", 0, 0)]
    [InlineData("""[{"id":1,"name":"Berlin","new_field":{"x":1}},{"id":"2","name":null}]""", 2, null)]
    [InlineData("""{"id":1,"name":"Berlin"}""", 1, null)]
    [InlineData("[]", 0, null)]
    public void Read_takes_envelope_list_and_single_object(string json, int count, int? total)
    {
        using var document = JsonDocument.Parse(json);

        var page = PulpoList.Read(document.RootElement, "warehouses", PulpoJson.Default.PulpoWarehouse, "GET /warehouses");

        Assert.Equal((count, total), (page.Items.Count, page.Total));
    }

    [Theory]
    [InlineData("""{"orders":[]}""")]
    [InlineData("""{"warehouses":{"id":1}}""")]
    [InlineData("""[{"name":"no id is fine, a text for it is not","id":"x"}]""")]
    [InlineData("null")]
    [InlineData("3")]
    public void Read_of_another_shape_is_a_protocol_failure(string json)
    {
        using var document = JsonDocument.Parse(json);

        var thrown = Assert.Throws<FailureException>(() => PulpoList.Read(document.RootElement, "warehouses", PulpoJson.Default.PulpoWarehouse, "GET /warehouses"));

        Assert.Equal((FailureKind.Protocol, "UnexpectedShape"), (thrown.Failure.Kind, thrown.Failure.Code));
    }
}
