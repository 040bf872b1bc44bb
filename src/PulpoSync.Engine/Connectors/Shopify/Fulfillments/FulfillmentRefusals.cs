namespace PulpoSync.Engine.Connectors.Shopify.Fulfillments;

/// <summary>What Shopify's refusals of a shipment mean. The mutations give no codes; the texts are those of recorded answers.</summary>
internal static class FulfillmentRefusals
{
    /// <summary>Somebody has split, moved, held or shipped meanwhile: what was read no longer holds.</summary>
    public const string Changed = "FulfillmentOrderChanged";

    private static readonly string[] Meanwhile =
    [
        "Fulfillment order does not exist", "Fulfillment order line item does not exist", "has an unfulfillable status",
        "Invalid fulfillment order line item quantity requested", "must be assigned to a single location",
    ];

    /// <summary>The failure that some errors mean; null where there are none.</summary>
    /// <param name="errors">Errors.</param>
    /// <param name="order">The order's name, for the message.</param>
    public static Failure? Of(IReadOnlyList<ShopifyUserError> errors, string order)
    {
        if (errors.Count == 0) return null;
        return errors.Any(error => Meanwhile.Any(text => error.Text.Contains(text, StringComparison.OrdinalIgnoreCase)))
            ? new Failure(FailureKind.Conflict, Changed, $"{order} changed in the shop again and again while its shipment was told; it is tried again.")
            : new Failure(FailureKind.Conflict, "ShipmentRefused", $"The shop refused the shipment of {order}: {string.Join("; ", errors)}.");
    }
}
