using System.Text.Json;
using PulpoSync.Engine.Connectors.Pulpo;

namespace PulpoSync.Tests.Connectors.Pulpo;

/// <summary>Attributes in the forms in which PULPO may give them.</summary>
public class PulpoAttributesTests
{
    [Theory]
    [InlineData("""{"a":"1","b":"2"}""", "a=1 b=2")]
    [InlineData("""{"a":"1","a":"3"}""", "a=3")]
    [InlineData(""" "{\"a\":\"1\"}" """, "a=1")]
    [InlineData(""" "no object" """, "")]
    [InlineData("[1]", "")]
    public void Copy_gives_every_name_once(string json, string told) =>
        Assert.Equal(told, string.Join(' ', PulpoAttributes.Copy(JsonDocument.Parse(json).RootElement).Select(pair => $"{pair.Key}={pair.Value}")));
}
