namespace PulpoSync;

/// <summary>The written names of <see cref="IntegrationType"/>.</summary>
public static class IntegrationTypes
{
    // The words a user may type: our stored name, the enum's name, and the words of the vendor's own pages in English and German.
    private static readonly (IntegrationType Type, string Stored, string[] Words)[] Names =
    [
        (IntegrationType.SalesOrders, "sales_orders", ["sales orders", "verkaufsaufträge", "verkaufsauftrag"]),
        (IntegrationType.Products, "products", ["produkte"]),
        (IntegrationType.Stock, "stock", ["lagerbestand"]),
        (IntegrationType.StatusUpdates, "status_updates", ["status updates", "statusaktualisierungen"]),
        (IntegrationType.GenerateShipments, "generate_shipments", ["generate shipments", "erzeuge sendungen", "sendungen erzeugen"]),
        (IntegrationType.ShippingLabels, "shipping_labels", ["shipping labels", "versandetiketten", "versandlabel generieren"]),
        (IntegrationType.Returns, "returns", ["retouren", "rücksendungen"]),
        (IntegrationType.SalesOrdersPos, "sales_orders_pos", ["sales orders pos external"]),
    ];

    /// <summary>The stored name, such as <c>sales_orders</c>.</summary>
    public static string ToStoredName(this IntegrationType type) => Array.Find(Names, n => n.Type == type).Stored;

    /// <summary>Reads a stored name, an enum name or one of the German and English words of the vendor's pages; case does not matter.</summary>
    public static bool TryParse(string? text, out IntegrationType type)
    {
        var word = (text ?? "").Trim();
        foreach (var name in Names)
        {
            if (Same(word, name.Stored) || Same(word, name.Type.ToString()) || Array.Exists(name.Words, w => Same(word, w)))
            {
                type = name.Type;
                return true;
            }
        }

        type = default;
        return false;
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
