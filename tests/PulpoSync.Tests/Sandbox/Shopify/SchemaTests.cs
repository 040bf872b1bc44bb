using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Tests.Sandbox.Shopify;

public sealed class SchemaTests
{
    [Fact]
    public void FieldTable_every_field_of_the_schema_has_a_value()
    {
        var missing =
            from type in Schema.Shared.Types
            where type.Kind == SchemaTypeKind.Object
            from field in type.Fields.Keys
            where !FieldTable.Shared.Has(type.Name, field)
            select $"{type.Name}.{field}";
        Assert.Empty(missing);
    }

    [Fact]
    public void Schema_every_type_that_is_named_is_defined()
    {
        var named = Schema.Shared.Types.SelectMany(t => t.Fields.Values).SelectMany(f => f.Arguments.Values.Select(a => a.Type.Named).Append(f.Type.Named));
        Assert.All(named, name => Assert.NotNull(Schema.Shared.Find(name)));
    }
}
