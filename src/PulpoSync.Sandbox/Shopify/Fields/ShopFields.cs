namespace PulpoSync.Sandbox.Shopify;

/// <summary>The shop, its plan and locations, and the app.</summary>
internal static class ShopFields
{
    public static void Register(FieldTable table)
    {
        table.For<ShopifyShop>("Shop")
            .Add("id", _ => Gids.Of("Shop", 1))
            .Add("name", shop => shop.Options.Name)
            .Add("myshopifyDomain", shop => $"{shop.Options.Name}.myshopify.com")
            .Add("url", shop => $"https://{shop.Options.Name}.myshopify.com")
            .Add("email", shop => $"owner@{shop.Options.Name}.example")
            .Add("contactEmail", shop => $"owner@{shop.Options.Name}.example")
            .Add("currencyCode", shop => shop.Options.Currency)
            .Add("ianaTimezone", shop => shop.Options.TimeZone)
            .Add("timezoneAbbreviation", shop => shop.Zone.StandardName)
            .Add("orderNumberFormatPrefix", shop => shop.Options.OrderPrefix)
            .Add("orderNumberFormatSuffix", shop => shop.Options.OrderSuffix)
            .Add("plan", shop => new PlanView(shop.Options.Plan))
            .Add("taxesIncluded", _ => true)
            .Add("weightUnit", _ => "KILOGRAMS")
            .Add("createdAt", shop => shop.CreatedAt);
        table.For<PlanView>("ShopPlan")
            .Add("publicDisplayName", plan => plan.IsPlus ? "Shopify Plus" : plan.Plan.ToString())
            .Add("shopifyPlus", plan => plan.IsPlus)
            .Add("partnerDevelopment", _ => false);
        table.For<Installation>("AppInstallation")
            .Add("id", _ => Gids.Of("AppInstallation", 1))
            .Add("accessScopes", app => app.Scopes.Select(s => new GrantedScope(s)));
        table.For<GrantedScope>("AccessScope")
            .Add("handle", scope => scope.Handle)
            .Add("description", scope => scope.Handle.Replace('_', ' '));
        table.For<Counted>("Count")
            .Add("count", count => count.Count)
            .Add("precision", count => count.IsExact ? "EXACT" : "AT_LEAST");
        RegisterLocations(table);
    }

    private static void RegisterLocations(FieldTable table)
    {
        table.For<Location>("Location")
            .Add("id", location => Gids.Of("Location", location.Id))
            .Add("legacyResourceId", location => location.Id)
            .Add("name", location => location.Name)
            .Add("isActive", location => location.IsActive)
            .Add("fulfillsOnlineOrders", location => location.FulfillsOnlineOrders)
            .Add("shipsInventory", location => location.FulfillsOnlineOrders)
            .Add("isFulfillmentService", _ => false)
            .Add("address", location => new LocationAddressView(location))
            .Add("createdAt", (_, call) => call.Shop.CreatedAt)
            .Add("updatedAt", (_, call) => call.Shop.CreatedAt);
        table.For<LocationAddressView>("LocationAddress")
            .Add("address1", _ => "Lagerstraße 1")
            .Add("address2", _ => null)
            .Add("city", view => view.Location.Name)
            .Add("country", _ => "Germany")
            .Add("countryCode", _ => "DE")
            .Add("province", _ => null)
            .Add("provinceCode", _ => null)
            .Add("zip", _ => "10115")
            .Add("phone", _ => null)
            .Add("formatted", view => new[] { "Lagerstraße 1", $"10115 {view.Location.Name}", "Germany" });
    }
}
