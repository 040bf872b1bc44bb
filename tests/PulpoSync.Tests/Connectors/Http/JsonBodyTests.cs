using System.Text;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Tests.Connectors.Http;

public class JsonBodyTests
{
    [Theory]
    [InlineData("""{"a":1}""")]
    [InlineData("[]")]
    [InlineData("\uFEFF{}")]
    public void Parse_reads_json(string body)
    {
        using var document = JsonBody.Parse(SenderFixture.Call(), Reply(body, "application/json"));
        Assert.NotEqual(System.Text.Json.JsonValueKind.Undefined, document.RootElement.ValueKind);
    }

    [Theory]
    [InlineData("<html>Ada Example</html>", "text/html; charset=utf-8", FailureKind.Transient)]
    [InlineData("""{"name":"Ada Exam""", "application/json", FailureKind.Protocol)]
    [InlineData("", "application/json", FailureKind.Protocol)]
    [InlineData("Ada", null, FailureKind.Protocol)]
    public void Parse_of_anything_else_is_a_failure_that_does_not_show_it(string body, string? type, FailureKind kind)
    {
        var thrown = Assert.Throws<FailureException>(() => JsonBody.Parse(SenderFixture.Call(CallKind.Write), Reply(body, type)));

        Assert.Equal((kind, "NotJson", true), (thrown.Failure.Kind, thrown.Failure.Code, thrown.OutcomeUnknown));
        Assert.DoesNotContain("Ada", thrown.Failure.Message);
        Assert.Contains($"{Encoding.UTF8.GetByteCount(body)} bytes", thrown.Failure.Message);
    }

    private static HttpReply Reply(string body, string? type) => new(
        200, Encoding.UTF8.GetBytes(body), type is null ? [] : new Dictionary<string, string> { ["Content-Type"] = type });
}
