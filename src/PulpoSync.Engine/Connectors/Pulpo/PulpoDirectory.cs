using System.Text.Json;
using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Pulpo;

/// <summary>What hardly changes: tenant, warehouses, merchant, countries, shipping methods. Each is asked once in a connector's life.</summary>
internal sealed class PulpoDirectory(PulpoClient client, SettingBag settings)
{
    private PulpoUser? _me;
    private IReadOnlyList<PulpoWarehouse>? _warehouses;
    private Dictionary<string, PulpoCountry>? _countries;
    private (long? Merchant, long? Channel)? _merchant;
    private Dictionary<long, PulpoShippingMethod>? _shippingMethods;

    /// <summary>The tenant that the user belongs to.</summary>
    public async Task<long> TenantAsync(CancellationToken cancellationToken)
    {
        _me ??= await client.ReadAsync("/iam/users/me", PulpoJson.Default.PulpoUser, cancellationToken).ConfigureAwait(false);
        return _me.TenantId
            ?? throw Unexpected("does not say which tenant the user belongs to");
    }

    /// <summary>Active warehouses that the user may work in.</summary>
    public async Task<IReadOnlyList<PulpoWarehouse>> WarehousesAsync(CancellationToken cancellationToken)
    {
        if (_warehouses is not null) return _warehouses;
        await TenantAsync(cancellationToken).ConfigureAwait(false);
        var all = await client.ListAsync("/warehouses/", "warehouses", "", PulpoJson.Default.PulpoWarehouse, cancellationToken).ConfigureAwait(false);
        var assigned = _me!.Warehouses?.Select(one => Id(one) ?? throw Unexpected("does not say which warehouses the user is assigned to")).ToHashSet();
        var ours = all.Where(one => one.Active != false && !string.IsNullOrWhiteSpace(one.Name) && assigned?.Contains(one.Id) != false).DistinctBy(one => (one.Id, one.Name)).ToList();
        // Orders of the one would go to the other.
        if (ours.DistinctBy(one => one.Id).Count() < ours.Count) throw Unexpected("gives two warehouses the same id");
        return _warehouses = ours;
    }

    /// <summary>The one warehouse that a name means: exactly, else without regard to case and blanks around it. Null: none, or several.</summary>
    public async Task<PulpoWarehouse?> WarehouseAsync(string name, CancellationToken cancellationToken)
    {
        var warehouses = await WarehousesAsync(cancellationToken).ConfigureAwait(false);
        return warehouses.FirstOrDefault(one => one.Name == name) ?? Single(warehouses, one => Same(one.Name, name));
    }

    /// <summary>Ids of the merchant and channel that the settings name; null where they name none.</summary>
    /// <exception cref="FailureException">Configuration: there is none of that name.</exception>
    public async Task<(long? Merchant, long? Channel)> MerchantAsync(CancellationToken cancellationToken)
    {
        if (_merchant is { } known) return known;
        var merchant = await NamedAsync("/merchants/", "merchants", PulpoSettings.Merchant, cancellationToken).ConfigureAwait(false);
        var channel = merchant is null
            ? null
            : await NamedAsync(FormattableString.Invariant($"/merchants/{merchant}/channels"), "channels", PulpoSettings.MerchantChannel, cancellationToken)
                .ConfigureAwait(false);
        return (_merchant = (merchant, channel)).Value;
    }

    /// <summary>PULPO's own code and name of a country; null where it does not know it.</summary>
    public async Task<PulpoCountry?> CountryAsync(string? alpha2, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(alpha2)) return null;
        _countries ??= (await client.ListAsync("/countries/", "countries", "", PulpoJson.Default.PulpoCountry, cancellationToken).ConfigureAwait(false))
            .Where(country => country.Alpha2 is not null)
            .GroupBy(country => country.Alpha2!, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
        return _countries.GetValueOrDefault(alpha2.Trim());
    }

    /// <summary>Shipping methods by their ids.</summary>
    public async Task<IReadOnlyDictionary<long, PulpoShippingMethod>> ShippingMethodsAsync(CancellationToken cancellationToken) =>
        _shippingMethods ??= (await client.ListAsync(
                "/shipping/shipping_methods", "shipping_methods", "", PulpoJson.Default.PulpoShippingMethod, cancellationToken).ConfigureAwait(false))
            .DistinctBy(method => method.Id).ToDictionary(method => method.Id);

    private async Task<long?> NamedAsync(string path, string list, string setting, CancellationToken cancellationToken)
    {
        if (settings.Text(setting) is not { } name) return null;
        var all = await client.ListAsync(path, list, "", PulpoJson.Default.PulpoMerchant, cancellationToken).ConfigureAwait(false);
        var active = all.Where(one => one.Active != false).ToList();
        var found = active.Find(one => one.Name == name) ?? Single(active, one => Same(one.Name, name) || Same(one.FullName, name));
        return found?.Id ?? throw new FailureException(new Failure(
            FailureKind.Configuration, $"{setting}Unknown",
            $"PULPO has no {(setting == PulpoSettings.Merchant ? "merchant" : "channel of that merchant")} \"{name}\". There {Names(active.Select(one => one.Name))}."));
    }

    /// <summary>A list of names for a sentence: <c>are "A", "B"</c>.</summary>
    public static string Names(IEnumerable<string?> names)
    {
        var all = names.OfType<string>().Order(StringComparer.OrdinalIgnoreCase).Select(name => $"\"{name}\"").ToList();
        return all.Count == 0 ? "are none" : $"are {string.Join(", ", all)}";
    }

    private static FailureException Unexpected(string what) => new(new Failure(FailureKind.Protocol, "UnexpectedShape", $"PULPO {what}."));

    private static bool Same(string? one, string other) => string.Equals(one?.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);

    private static T? Single<T>(IEnumerable<T> all, Func<T, bool> fits) where T : class =>
        all.Where(fits).Take(2).ToList() is [var only] ? only : null;

    private static long? Id(JsonElement warehouse)
    {
        var id = warehouse.ValueKind == JsonValueKind.Object && warehouse.TryGetProperty("id", out var inside) ? inside : warehouse;
        return id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out var number) ? number : null;
    }
}
