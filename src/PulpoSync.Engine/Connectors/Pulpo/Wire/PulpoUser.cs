using System.Text.Json;

namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>Answer of <c>GET /iam/users/me</c>. The warehouses are read as they come: objects by contract, perhaps bare ids.</summary>
internal sealed record PulpoUser(long? TenantId, IReadOnlyList<JsonElement>? Warehouses);
