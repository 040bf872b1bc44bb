namespace PulpoSync.Engine.Connectors.Billbee.Labels;

/// <summary>A kind of parcel that the account can make labels of.</summary>
/// <param name="ProviderId">Billbee's id of the provider.</param>
/// <param name="Provider">The provider's name.</param>
/// <param name="Id">Billbee's id of the product.</param>
/// <param name="Name">Name that people see.</param>
/// <param name="CarrierName">The carrier's own name of it; null: none.</param>
internal sealed record LabelProduct(long ProviderId, string Provider, long Id, string Name, string? CarrierName)
{
    /// <inheritdoc/>
    public override string ToString() => $"\"{Provider}/{Name}\"";
}
