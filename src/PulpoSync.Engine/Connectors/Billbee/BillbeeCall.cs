using PulpoSync.Engine.Connectors.Http;

namespace PulpoSync.Engine.Connectors.Billbee;

/// <summary>One call of Billbee's API.</summary>
/// <param name="Method">Method.</param>
/// <param name="Template">Path below <c>/api/v1</c> with <c>{id}</c> where the id stands: Billbee counts calls by it.</param>
/// <param name="Kind">What may be done again.</param>
internal sealed record BillbeeCall(HttpMethod Method, string Template, CallKind Kind = CallKind.Read)
{
    /// <summary>What stands for <c>{id}</c>.</summary>
    public string? Id { get; init; }

    /// <summary>Query, escaped; null: none.</summary>
    public string? Query { get; init; }

    /// <summary>JSON; null: none.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>Path with the id, escaped.</summary>
    public string Path => Id is null ? Template : Template.Replace("{id}", Uri.EscapeDataString(Id), StringComparison.Ordinal);

    /// <summary>True for the one endpoint that Billbee limits by the order too.</summary>
    public bool IsReadOfOneOrder => Method == HttpMethod.Get && Template == "/orders/{id}";
}
