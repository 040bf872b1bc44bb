namespace PulpoSync.Records;

/// <summary>What the settings say about telling a shop of a shipment.</summary>
/// <param name="NotifyCustomer">True where the shop shall write to the customer.</param>
public sealed record ShipmentTelling(bool NotifyCustomer);
