using System.Text.Json;
using System.Text.Json.Serialization;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>A customer (<c>C</c>) or supplier (<c>S</c>).</summary>
internal sealed record ThirdParty : Entity
{
    public string? Name { get; init; }
    public string? IdentifierType { get; init; }
    public string? IdentifierNumber { get; init; }
    public string? ThirdType { get; init; }
    public long? TenantId { get; init; }
    public string? Email { get; init; }
    public string? ErpCode { get; init; }
    public string? ErpId { get; init; }
    public bool Active { get; init; } = true;
    public JsonElement? Attributes { get; init; }
    public long? MerchantId { get; init; }
    public long? MerchantChannelId { get; init; }
    public DateTime? DeletedAt { get; init; }
    public long? DeletedBy { get; init; }

    [JsonIgnore]
    public bool Deleted => DeletedAt is not null;
}
