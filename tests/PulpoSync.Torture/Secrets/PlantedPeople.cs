using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Billbee;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Torture.Secrets;

/// <summary>Customers, and the people of shops and warehouses: whatever they write is planted.</summary>
internal sealed class PlantedPeople(PlantedWorld world, Planter planter)
{
    private static readonly string[] Skus = ["MUG", "SHIRT", "POSTER"];
    private readonly HashSet<string> _returned = [];

    /// <summary>The shops get their goods, the warehouse its customers.</summary>
    public void Furnish()
    {
        foreach (var sku in Skus)
        {
            foreach (var shop in world.Sandbox.Shops.Values)
                shop.AddProduct(new ProductDraft { Title = sku, Sku = sku, Stock = new Dictionary<string, int> { [PlantedWorld.Place] = 500 } });
            world.Account.AddProduct(sku);
        }

        var customers = world.Tenant.World.ThirdParties;
        lock (world.Tenant.World.Gate)
        {
            foreach (var customer in customers.Rows.ToList()) customers.Update(planter.Plant(customer with { Email = "" }));
        }
    }

    /// <summary>Somebody buys in each shop, and one over the counter.</summary>
    public void Buy(int number)
    {
        var sku = Skus[number % Skus.Length];
        foreach (var shop in world.Sandbox.Shops.Values) shop.CreateOrder(Draft(sku));
        world.Shop.SellAtCounter(PlantedWorld.Place, Draft(sku));
        world.Account.AddOrder(planter.Plant(new BillbeeOrder
        {
            OrderNumber = $"BB-{number}",
            OrderItems = [new BillbeeOrderItem { Quantity = 1, TotalPrice = 9.9m, Product = new BillbeeSoldProduct { SKU = sku, Title = sku } }],
            ShippingAddress = new BillbeeAddress { CountryISO2 = "DE" },
        }));
    }

    /// <summary>Customers change their minds about the address, and somebody in the shop writes it down.</summary>
    public void Edit()
    {
        foreach (var order in world.Shop.Orders.Where(order => order.RetailLocation is null && order.Fulfillments.Count == 0).ToList())
        {
            world.Shop.SetShippingAddress(order, planter.Plant(new Address()));
            world.Shop.SetNote(order, world.Plants.Person("Note"));
        }
    }

    /// <summary>Goods come in; what lies in the warehouses is packed and shipped; one thing comes back.</summary>
    public void Work()
    {
        foreach (var tenant in new[] { world.Tenant, world.Lager })
        {
            foreach (var product in tenant.Products) tenant.Receive(product.Sku, PlantedWorld.Place, 50);
            foreach (var order in tenant.Orders.Where(order => order.State == "queue").ToList())
            {
                if (tenant == world.Lager) tenant.ChooseShippingMethod(order.Number, PlantedWorld.Parcel);
                tenant.Advance(order.Number, "packing");
                tenant.Pack(order.Number, tenant == world.Lager ? new PackOptions() : new PackOptions { Carrier = "dhl" });
                tenant.Ship(order.Number);
            }
        }

        var shipped = world.Tenant.Orders.FirstOrDefault(order => order.State == "ended" && char.IsAsciiDigit(order.Number[0]) && _returned.Add(order.Number));
        if (shipped is null) return;
        world.Tenant.ReceiveReturn(shipped.Number, [planter.Plant(new ReturnedPieces(shipped.Lines[0].LineOrderId!, 1))], world.Plants.Person("Notes"));
    }

    private OrderDraft Draft(string sku) => planter.Plant(new OrderDraft { Lines = [new OrderLineDraft { Sku = sku }] });
}
