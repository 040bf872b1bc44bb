using System.Reflection;
using System.Runtime.CompilerServices;

namespace PulpoSync.Torture.Secrets;

/// <summary>
/// Fills the records of the vendors' emulators with personal texts, whatever fields they have: one that is added to a model tomorrow is planted by itself,
/// unless it is named here as something that may be told.
/// </summary>
internal sealed class Planter(Plants plants)
{
    private const string Models = "PulpoSync.Sandbox";

    // Numbers and keys, what describes goods, the merchant's own words and choices, and what decides where an order goes.
    private static readonly HashSet<string> MayBeTold =
    [
        "Id", "OldId", "OrderNumber", "IsCancelationFor", "IdentifierNumber", "IdentifierType", "ThirdType", "SKU", "Sku", "InvoiceSKU", "Title", "EAN", "TARICCode", "CountryOfOrigin",
        "SerialNumber", "Images", "PlatformData", "Country", "CountryISO2", "CountryCode", "ProvinceCode", "DeliverySourceCountryCode", "Currency", "PresentmentCurrency", "LanguageCode",
        "ApiAccountName", "BillbeeShopName", "Platform", "DistributionCenter", "SourceName", "RetailLocation", "Tags", "Lines", "Line", "Reasons", "ShippingTitle", "ShippingIds",
        "ShippingProfileId", "ShippingProfileName", "ShippingProviderName", "ShippingProviderProductName", "ShippingServices", "InvoiceNumberPrefix", "InvoiceNumberPostfix",
        "TransactionId", "PaymentTransactionId", "Created", "Seller",
    ];

    private readonly SortedSet<string> _fields = new(StringComparer.Ordinal);

    /// <summary>The fields that were planted, as <c>Model.Field</c>.</summary>
    public IReadOnlyCollection<string> Fields => _fields;

    /// <summary>Plants every field of a record that nothing else knows yet.</summary>
    public T Plant<T>(T record)
        where T : class
    {
        foreach (var property in record.GetType().GetProperties().Where(property => property.SetMethod is not null && !MayBeTold.Contains(property.Name)))
        {
            if (Value(property, property.GetValue(record)) is not { } value) continue;
            property.SetValue(record, value);
            _fields.Add($"{record.GetType().Name}.{property.Name}");
        }

        return record;
    }

    private object? Value(PropertyInfo property, object? now)
    {
        var type = property.PropertyType;
        if (type == typeof(string) || type == typeof(object)) return plants.Person(property.Name);
        if (IsModel(type)) return Plant(now ?? New(type));
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(IReadOnlyList<>)) return null;
        var item = type.GetGenericArguments()[0];
        object[] items = item == typeof(string) || item == typeof(object) ? [plants.Person(property.Name)]
            : IsModel(item) ? [.. ((IEnumerable<object>)now!).DefaultIfEmpty(New(item)).Select(Plant)]
            : [];
        if (items.Length == 0) return null;
        var list = Array.CreateInstance(item, items.Length);
        items.CopyTo(list, 0);
        return list;
    }

    private static bool IsModel(Type type) => type is { IsClass: true, IsAbstract: false } && type.Namespace?.StartsWith(Models, StringComparison.Ordinal) is true;

    private static object New(Type type) => type.GetConstructor([]) is { } constructor ? constructor.Invoke(null) : RuntimeHelpers.GetUninitializedObject(type);
}
