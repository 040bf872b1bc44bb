namespace PulpoSync.Sandbox.Shopify;

/// <summary>How each field of the schema gets its value from the world. A schema field without an entry is a defect.</summary>
internal sealed class FieldTable
{
    private static readonly Lazy<FieldTable> Built = new(Build);

    private readonly Dictionary<(string Type, string Field), Resolver> _resolvers = [];
    private readonly Dictionary<Type, string> _typeNames = [];

    public static FieldTable Shared => Built.Value;

    public Resolver this[string type, string field] =>
        _resolvers.TryGetValue((type, field), out var resolver) ? resolver
        : IsConnection(type) ? _resolvers[("Connection", field)]
        : IsEdge(type) ? _resolvers[("Edge", field)]
        : throw new NotSupportedException($"The sandbox has no value for {type}.{field}.");

    public bool Has(string type, string field) =>
        _resolvers.ContainsKey((type, field)) || IsConnection(type) || IsEdge(type);

    /// <summary>The GraphQL type of an object of the world.</summary>
    public string TypeNameOf(object value) => _typeNames[value.GetType()];

    /// <summary>Begins the fields of a type whose objects are <typeparamref name="T"/> in the world.</summary>
    public TypeFields<T> For<T>(string type) where T : class
    {
        _typeNames.TryAdd(typeof(T), type);
        return new TypeFields<T>(type, (field, resolver) => _resolvers.Add((type, field), resolver));
    }

    private static bool IsConnection(string type) => type.EndsWith("Connection", StringComparison.Ordinal);

    private static bool IsEdge(string type) => type.EndsWith("Edge", StringComparison.Ordinal);

    private static FieldTable Build()
    {
        var table = new FieldTable();
        ConnectionFields.Register(table);
        QueryFields.Register(table);
        MutationFields.Register(table);
        ShopFields.Register(table);
        CatalogFields.Register(table);
        InventoryFields.Register(table);
        CustomerFields.Register(table);
        OrderFields.Register(table);
        LineItemFields.Register(table);
        FulfillmentOrderFields.Register(table);
        FulfillmentFields.Register(table);
        RefundFields.Register(table);
        ReturnFields.Register(table);
        return table;
    }
}
