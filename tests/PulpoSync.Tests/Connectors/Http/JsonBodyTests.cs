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

    [Theory]
    [InlineData("\\ud83c\\udf55", "\U0001F355")]
    [InlineData("a\\ud83c", "a\uFFFD")]
    [InlineData("\\udf55b\\u00e4", "\uFFFDbä")]
    [InlineData("\\ud83c\\ud83c\\udf55", "\uFFFD\U0001F355")]
    [InlineData("\\\\ud83c", "\\ud83c")]
    [InlineData("\\\\\\ud83c", "\\\uFFFD")]
    public void Parse_mends_texts_that_were_cut_within_a_sign(string json, string expected)
    {
        using var document = JsonBody.Parse(SenderFixture.Call(), Reply($"[\"{json}\"]", "application/json"));

        Assert.Equal(expected, document.RootElement[0].GetString());
    }

    [Fact]
    public void Parse_mends_bytes_that_are_no_utf8()
    {
        using var document = JsonBody.Parse(SenderFixture.Call(), new HttpReply(200, (byte[])[.. "[\"a"u8, 0xF0, 0x9F, .. "b\"]"u8], new Dictionary<string, string>()));

        Assert.Equal("a\uFFFDb", document.RootElement[0].GetString());
    }

    private static HttpReply Reply(string body, string? type) => new(
        200, Encoding.UTF8.GetBytes(body), type is null ? [] : new Dictionary<string, string> { ["Content-Type"] = type });
}
