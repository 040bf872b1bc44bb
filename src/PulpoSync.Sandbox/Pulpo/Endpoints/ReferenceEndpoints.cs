namespace PulpoSync.Sandbox.Pulpo;

/// <summary>What the tenant is made of: warehouses, merchants, countries, settings, shipping methods.</summary>
internal static class ReferenceEndpoints
{
    private static readonly Resource<Warehouse> Warehouses = new("warehouses", w => w.Warehouses,
        Fields.Text<Warehouse>("name", w => w.Name),
        Fields.Text<Warehouse>("city", w => w.City),
        Fields.Text<Warehouse>("site", w => w.Site),
        Fields.Text<Warehouse>("zip_code", w => w.ZipCode),
        Fields.Integer<Warehouse>("priority", w => w.Priority),
        Fields.Flag<Warehouse>("active", w => w.Active));

    private static readonly Resource<Location> Locations = new("locations", w => w.Locations,
        Fields.Text<Location>("code", l => l.Code),
        Fields.Integer<Location>("zone_id", l => l.ZoneId),
        Fields.Integer<Location>("location_type_id", l => l.LocationTypeId),
        Fields.Integer<Location>("warehouse_id", l => l.WarehouseId));

    private static readonly Resource<LocationType> LocationTypes = new("location_types", w => w.LocationTypes,
        Fields.Text<LocationType>("name", t => t.Name));

    private static readonly Resource<Merchant> Merchants = new("merchants", w => w.Merchants,
        Fields.Text<Merchant>("name", m => m.Name),
        Fields.Text<Merchant>("full_name", m => m.FullName),
        Fields.Flag<Merchant>("is_default", m => m.IsDefault),
        Fields.Flag<Merchant>("active", m => m.Active));

    private static readonly Resource<Channel> Channels = new("channels", w => w.Channels,
        Fields.Text<Channel>("name", c => c.Name),
        Fields.Text<Channel>("full_name", c => c.FullName),
        Fields.Flag<Channel>("is_default", c => c.IsDefault),
        Fields.Flag<Channel>("active", c => c.Active));

    private static readonly Resource<Country> Countries = new("countries", w => w.Countries,
        Fields.Text<Country>("country_name", c => c.CountryName),
        Fields.Text<Country>("alpha_2", c => c.Alpha2),
        Fields.Text<Country>("alpha_3", c => c.Alpha3),
        Fields.Text<Country>("country_code", c => c.CountryCode),
        Fields.Text<Country>("iso_3166_2", c => c.Iso31662));

    private static readonly Resource<Setting> Settings = new("settings", w => w.Settings,
        Fields.Text<Setting>("key", s => s.Key),
        Fields.Integer<Setting>("tenant_id", s => s.TenantId),
        Fields.Integer<Setting>("warehouse_id", s => s.WarehouseId),
        Fields.Integer<Setting>("user_id", s => s.UserId),
        Fields.Flag<Setting>("enabled", s => s.Enabled));

    private static readonly Resource<ShippingMethod> ShippingMethods = new("shipping_methods", w => w.ShippingMethods,
        Fields.Text<ShippingMethod>("name", m => m.Name),
        Fields.Text<ShippingMethod>("carrier", m => m.Carrier),
        Fields.Integer<ShippingMethod>("merchant_id", m => m.MerchantId));

    public static IEnumerable<PulpoRoute> Routes { get; } =
    [
        new("GET", "warehouses", Warehouses.List),
        new("GET", "warehouses/locations", Locations.List),
        new("GET", "warehouses/locations/{id}", Locations.Show),
        new("GET", "warehouses/location_types", LocationTypes.List),
        new("GET", "warehouses/location_types/{id}", LocationTypes.Show),
        new("GET", "merchants", Merchants.List),
        new("GET", "merchants/{id}/channels", ChannelsOfMerchant),
        new("GET", "countries", Countries.List),
        new("GET", "setting", Settings.List),
        new("GET", "shipping/shipping_methods", ShippingMethods.List),
        new("GET", "shipping/shipping_methods/{id}", ShippingMethods.Show),
    ];

    private static PulpoAnswer ChannelsOfMerchant(PulpoCall call) =>
        Channels.List(call, call.World.Channels.Rows.Where(c => c.MerchantId == call.Id()));
}
