using System.Text.Json;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>A sales order as packing orders show it.</summary>
internal sealed record SalesOrderReference(long Id, string? OrderNum, JsonElement? ShipTo);
