using System.Globalization;
using System.Text.Json;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>One request to PULPO: who asks for what, and in which world.</summary>
internal sealed class PulpoCall(PulpoWorld world, SandboxRequest request, IReadOnlyList<string> ids)
{
    public PulpoWorld World { get; } = world;

    public TenantOptions Options => World.Options;

    /// <summary>Whose token came along; set before any endpoint but the login is reached.</summary>
    public PulpoUser User { get; init; } = null!;

    public string? Authorization => request.Http.Request.Headers.Authorization;

    public QueryParameters Query { get; } = QueryParameters.Of(request.Http.Request.Query);

    /// <summary>The body as JSON, whether it came so or as a form; undefined without one.</summary>
    public JsonElement Body { get; } = PulpoBody.Read(request);

    /// <summary>The body of a bulk request: its elements, or none when it is no list.</summary>
    public IEnumerable<JsonElement> Elements => Body.ValueKind == JsonValueKind.Array ? Body.EnumerateArray() : [];

    /// <summary>An id of the path; -1, which no row has, for what is no number.</summary>
    public long Id(int place = 0) => long.TryParse(ids[place], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : -1;

    public Changeset Changeset(JsonElement body) => new(body, Options.MaxTextLength);

    public PulpoAnswer Refused(IReadOnlyList<FieldError> errors, int status = StatusCodes.Status422UnprocessableEntity) =>
        PulpoAnswer.Of(status, new { Errors = ErrorBody.Of(errors, Options.ErrorShape) });

    /// <summary>The answer for an id that no row has.</summary>
    public PulpoAnswer MissingId() => PulpoAnswer.Message(Options.MissingIdStatus, "not found");
}
