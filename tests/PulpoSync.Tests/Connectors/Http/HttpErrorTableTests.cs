using PulpoSync.Engine.Connectors.Http;

namespace PulpoSync.Tests.Connectors.Http;

public class HttpErrorTableTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(301, FailureKind.Protocol, "Redirected")]
    [InlineData(308, FailureKind.Protocol, "Redirected")]
    [InlineData(400, FailureKind.Data, "BadRequest")]
    [InlineData(401, FailureKind.Authentication, "Unauthorized")]
    [InlineData(402, FailureKind.Authorization, "PaymentRequired")]
    [InlineData(403, FailureKind.Authorization, "Forbidden")]
    [InlineData(404, FailureKind.NotFound, "NotFound")]
    [InlineData(405, FailureKind.Protocol, "UnexpectedStatus")]
    [InlineData(408, FailureKind.Transient, "Timeout")]
    [InlineData(409, FailureKind.Conflict, "Conflict")]
    [InlineData(410, FailureKind.NotFound, "NotFound")]
    [InlineData(418, FailureKind.Protocol, "UnexpectedStatus")]
    [InlineData(422, FailureKind.Data, "BadRequest")]
    [InlineData(423, FailureKind.Authorization, "Locked")]
    [InlineData(429, FailureKind.RateLimited, "TooManyRequests")]
    [InlineData(500, FailureKind.Transient, "ServerError")]
    [InlineData(503, FailureKind.Transient, "ServerError")]
    [InlineData(599, FailureKind.Transient, "ServerError")]
    public void Of_maps_status(int status, FailureKind kind, string code)
    {
        var failure = HttpErrorTable.Of(SenderFixture.Call(), Reply(status), Now);

        Assert.Equal((kind, code), (failure!.Kind, failure.Code));
        Assert.Contains("GET /things", failure.Message);
        Assert.DoesNotContain("secret", failure.Message);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    public void Of_success_is_no_failure(int status) => Assert.Null(HttpErrorTable.Of(SenderFixture.Call(), Reply(status), Now));

    [Theory]
    [InlineData("2", 2.0)]
    [InlineData("1.5", 1.5)]
    [InlineData(" 7 ", 7.0)]
    [InlineData("Sun, 01 Mar 2026 12:00:30 GMT", 30.0)]
    [InlineData("Sun, 01 Mar 2026 11:00:00 GMT", 0.0)]
    [InlineData("soon", null)]
    [InlineData("-5", null)]
    [InlineData("", null)]
    [InlineData("99999999999999999999", 86_400.0 * 366)]
    public void RetryAfter_reads_seconds_and_dates(string header, double? seconds)
    {
        var failure = HttpErrorTable.Of(SenderFixture.Call(), Reply(429, header), Now);

        Assert.Equal(seconds, failure!.RetryAfter?.TotalSeconds);
    }

    private static HttpReply Reply(int status, string? retryAfter = null) => new(
        status, ReadOnlyMemory<byte>.Empty, retryAfter is null ? [] : new Dictionary<string, string> { ["Retry-After"] = retryAfter });
}
