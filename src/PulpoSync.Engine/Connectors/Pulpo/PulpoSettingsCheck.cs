using PulpoSync.Engine.Connectors.Pulpo.Catalog;
using PulpoSync.Engine.Connectors.Pulpo.Counter;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Pulpo;

/// <summary>Looks up what an integration's settings name, and says what does not exist and what does.</summary>
internal sealed class PulpoSettingsCheck(
    PulpoDirectory directory, PulpoCustomers customers, PulpoSuppliers suppliers, PulpoCounterCustomer counter, SettingBag settings)
{
    public async Task<IReadOnlyList<Failure>> FindingsAsync(CancellationToken cancellationToken)
    {
        var findings = new List<Failure>();
        await WarehousesAsync(findings, cancellationToken).ConfigureAwait(false);
        await MerchantAsync(findings, cancellationToken).ConfigureAwait(false);
        if (settings.Text(PulpoSettings.FallbackCustomer) is { } fallback && await customers.FindAsync(fallback, cancellationToken).ConfigureAwait(false) is null)
        {
            findings.Add(FallbackUnknown(fallback, await customers.ExamplesAsync(cancellationToken).ConfigureAwait(false)));
        }

        if (settings.Text(PulpoProductSettings.Supplier) is { } supplier && await suppliers.FindAsync(supplier, cancellationToken).ConfigureAwait(false) is null)
        {
            findings.Add(await suppliers.UnknownAsync(supplier, cancellationToken).ConfigureAwait(false));
        }

        if (settings.Text(PulpoCounterSettings.Customer) is { } customer)
        {
            await CollectAsync(findings, () => counter.ShipToAsync(customer, cancellationToken)).ConfigureAwait(false);
        }

        return findings;
    }

    /// <summary>The fallback customer does not exist.</summary>
    public static Failure FallbackUnknown(string identifier, IReadOnlyList<string> examples) => new(
        FailureKind.Configuration, "FallbackCustomerUnknown",
        $"PULPO has no customer with the identifier number \"{identifier}\". Set FallbackCustomer to the identifier number of an existing customer"
        + (examples.Count == 0 ? "." : $", such as {string.Join(", ", examples.Select(example => $"\"{example}\""))}."));

    private async Task WarehousesAsync(List<Failure> findings, CancellationToken cancellationToken)
    {
        var named = settings.Map(PulpoSettings.WarehouseMap).Values.Append(settings.Text(PulpoSettings.Warehouse)).OfType<string>();
        foreach (var name in named.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (await directory.WarehouseAsync(name, cancellationToken).ConfigureAwait(false) is not null) continue;
            var all = await directory.WarehousesAsync(cancellationToken).ConfigureAwait(false);
            findings.Add(new Failure(
                FailureKind.Configuration, "WarehouseUnknown",
                $"PULPO has no warehouse \"{name}\" for this user. There {PulpoDirectory.Names(all.Select(one => one.Name))}; others have to be assigned to the user in PULPO."));
        }
    }

    private async Task MerchantAsync(List<Failure> findings, CancellationToken cancellationToken)
    {
        if (settings.Text(PulpoSettings.MerchantChannel) is not null && settings.Text(PulpoSettings.Merchant) is null)
        {
            findings.Add(new Failure(FailureKind.Configuration, "MerchantMissing", "MerchantChannel needs Merchant: a channel belongs to a merchant."));
        }

        await CollectAsync(findings, () => directory.MerchantAsync(cancellationToken)).ConfigureAwait(false);
    }

    private static async Task CollectAsync(List<Failure> findings, Func<Task> look)
    {
        try
        {
            await look().ConfigureAwait(false);
        }
        catch (FailureException e) when (e.Failure.Kind is FailureKind.Configuration)
        {
            findings.Add(e.Failure);
        }
    }
}
