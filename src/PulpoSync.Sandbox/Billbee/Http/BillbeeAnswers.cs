using System.Globalization;
using System.Text.Json;

namespace PulpoSync.Sandbox.Billbee;

/// <summary>Writes answers in the form that the account has.</summary>
internal sealed class BillbeeAnswers(BillbeeOptions options)
{
    private readonly JsonSerializerOptions _json = BillbeeJson.Writing(options);

    public JsonElement Element(object value) => JsonSerializer.SerializeToElement(value, _json);

    public BillbeeAnswer Bare(int status, object value) => new(status, JsonSerializer.SerializeToUtf8Bytes(value, _json));

    public object Envelope(BillbeeErrorCode code, string? message, object? data) =>
        new { ErrorMessage = message, ErrorCode = (int)code, ErrorDescription = Description(code), Data = data };

    public BillbeeAnswer Paged(object paging, object rows) => Bare(StatusCodes.Status200OK, new
    {
        Paging = paging,
        ErrorMessage = (string?)null,
        ErrorCode = 0,
        ErrorDescription = Description(BillbeeErrorCode.NoError),
        Data = rows,
    });

    public BillbeeAnswer Refusal(int status, BillbeeErrorCode code, string message) =>
        options.ErrorStyle == BillbeeErrorStyle.Message && status >= StatusCodes.Status400BadRequest
            ? Message(status, message)
            : Bare(status, Envelope(code, message, null));

    /// <summary>The form of errors that Billbee's framework finds by itself.</summary>
    public BillbeeAnswer Message(int status, string message) => Bare(status, new { Message = message });

    public BillbeeAnswer TooMany() => Message(StatusCodes.Status429TooManyRequests, "API calls quota exceeded!") with
    {
        Headers = options.RetryAfter is { } seconds ? new Dictionary<string, string> { ["Retry-After"] = seconds.ToString(CultureInfo.InvariantCulture) } : null,
    };

    private object Description(BillbeeErrorCode code) => options.ErrorDescriptionAsText ? code.ToString() : (int)code;
}
