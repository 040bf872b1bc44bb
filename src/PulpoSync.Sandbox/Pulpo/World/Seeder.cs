using System.Text.Json;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Puts things into the world that were there before any client came.</summary>
internal static class Seeder
{
    public static void Seed(PulpoWorld world, PulpoSeed seed)
    {
        // Merchants come first: what follows belongs to the default one.
        foreach (var name in seed.Merchants) Merchant(world, name);
        foreach (var name in seed.Warehouses) Warehouse(world, name);
        foreach (var name in seed.ProductCategories) Category(world, name);
        foreach (var name in seed.ShippingMethods) ShippingMethod(world, new PulpoShippingMethod(name));
        foreach (var sku in seed.Skus) Product(world, sku);
        foreach (var number in seed.Customers) Customer(world, number);
        foreach (var code in seed.Reasons) Reason(world, code);
        foreach (var number in seed.Suppliers) Supplier(world, number);
    }

    public static Warehouse Warehouse(PulpoWorld world, string name)
    {
        if (world.Warehouses.Rows.FirstOrDefault(w => w.Name == name) is { } known) return known;
        var warehouse = world.Warehouses.Add(new Warehouse { Name = name, City = name, CountryCode = "276", TenantId = world.Options.TenantId });
        foreach (var place in Enum.GetValues<PulpoPlace>())
        {
            var code = $"{place.ToString().ToUpperInvariant()}-{warehouse.Id}";
            world.Locations.Add(new Location { Code = code, WarehouseId = warehouse.Id, ZoneId = warehouse.Id, LocationTypeId = (long)place });
        }
        return warehouse;
    }

    public static Product Product(PulpoWorld world, string sku)
    {
        if (world.ProductsBySku.Find(sku).FirstOrDefault(p => !p.Deleted) is { } known) return known;
        var product = world.Products.Add(new Product
        {
            Sku = sku,
            Name = $"Product {sku}",
            Weight = 0.35m,
            TenantId = world.Options.TenantId,
            MerchantId = world.DefaultMerchant?.Id,
        });
        world.ProductSkus.Add(ProductWriter.DefaultSku(product));
        return product;
    }

    public static ThirdParty Customer(PulpoWorld world, string number) => Party(world, number, "C", "Customer");

    public static ThirdParty Supplier(PulpoWorld world, string number) => Party(world, number, "S", "Supplier");

    public static ReasonCode Reason(PulpoWorld world, string code) => world.ReasonsByCode.Find(code).FirstOrDefault()
        ?? world.ReasonCodes.Add(new ReasonCode { Code = code, Name = code, AllowedProcesses = ["reception"], TenantId = world.Options.TenantId });

    public static ShippingMethod ShippingMethod(PulpoWorld world, PulpoShippingMethod method) => world.ShippingMethods.Rows.FirstOrDefault(m => m.Name == method.Name)
        ?? world.ShippingMethods.Add(new ShippingMethod
        {
            Name = method.Name,
            Carrier = method.Carrier ?? method.Name,
            Service = method.Service,
            FetchLabel = method.FetchLabel,
            LabelsElsewhere = method.LabelsElsewhere,
        });

    /// <summary>An order of somebody else's, in queue, with one item.</summary>
    public static SalesOrder ForeignOrder(PulpoWorld world, string number)
    {
        var warehouse = world.Warehouses.Rows.Count > 0 ? world.Warehouses.Rows[0] : Warehouse(world, "Foreign");
        var product = Product(world, "FOREIGN");
        var item = new SalesItem { Id = world.NextItemId(), ProductId = product.Id, Quantity = 1, InsertedAt = world.Now, UpdatedAt = world.Now };
        var order = world.SalesOrders.Add(new SalesOrder
        {
            OrderNum = number,
            WarehouseId = warehouse.Id,
            ThirdPartyId = Customer(world, "FOREIGN").Id,
            MerchantId = world.DefaultMerchant?.Id,
            Items = [item],
        });
        world.FulfillmentOrders.Add(Fulfillments.Of(world, order, new FulfillmentOrder { SequenceNumber = $"FO-{order.Id}" }));
        return order;
    }

    private static readonly JsonElement Attributes = JsonSerializer.SerializeToElement(new
    {
        addresses = new[] { new { name = "Seeded", address = new { street = "Markt", house_nr = "1", zip = "10115", city = "Berlin", country_alpha2 = "DE" } } },
    });

    private static ThirdParty Party(PulpoWorld world, string number, string type, string name) =>
        world.ThirdPartiesByNumber.Find(number).FirstOrDefault(p => !p.Deleted && p.ThirdType == type)
        ?? world.ThirdParties.Add(new ThirdParty
        {
            Name = $"{name} {number}",
            IdentifierType = "ID",
            IdentifierNumber = number,
            ThirdType = type,
            TenantId = world.Options.TenantId,
            MerchantId = world.DefaultMerchant?.Id,
            Attributes = Attributes,
        });

    private static void Merchant(PulpoWorld world, string name)
    {
        if (world.Merchants.Rows.Any(m => m.Name == name)) return;
        var first = world.Merchants.Rows.Count == 0;
        var merchant = world.Merchants.Add(new Merchant { Name = name, FullName = name, IsDefault = first, TenantId = world.Options.TenantId });
        world.Channels.Add(new Channel { MerchantId = merchant.Id, Name = "online", FullName = $"{name} online", IsDefault = true });
    }


    private static void Category(PulpoWorld world, string name)
    {
        if (!world.CategoriesByCode.Find(name).Any())
            world.ProductCategories.Add(new ProductCategory { Code = name, Name = name, TenantId = world.Options.TenantId });
    }
}
