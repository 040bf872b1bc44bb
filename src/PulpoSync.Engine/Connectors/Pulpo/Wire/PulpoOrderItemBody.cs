using System.Text.Json;

namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>One line of an order to make. PULPO gives <paramref name="LineOrderId"/> back on boxes, so that a shipment can be told to the shop.</summary>
internal sealed record PulpoOrderItemBody(long ProductId, int Quantity, string LineOrderId, IReadOnlyList<JsonElement> Batches);
