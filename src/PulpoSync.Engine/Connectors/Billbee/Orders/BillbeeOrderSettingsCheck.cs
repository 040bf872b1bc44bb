using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Billbee.Orders;

/// <summary>Looks up what the settings of sales orders name, and says what cannot work.</summary>
internal sealed class BillbeeOrderSettingsCheck(BillbeeClient client)
{
    private const string ShopAccount = nameof(ShopAccount);

    /// <summary>What is wrong.</summary>
    public async Task<IReadOnlyList<Failure>> RunAsync(SettingBag settings, CancellationToken cancellationToken) =>
        [.. States(settings), .. await ShopAccountsAsync(settings.List(ShopAccount), cancellationToken).ConfigureAwait(false)];

    private static IEnumerable<Failure> States(SettingBag settings)
    {
        var idle = settings.List("OrderStatus").Where(BillbeeState.AsksForNothing).ToList();
        if (idle.Count == 0) yield break;
        yield return new Failure(
            FailureKind.Configuration, "OrderStatusAsksForNothing",
            $"OrderStatus names {string.Join(", ", idle)}: in such a state nothing of an order is to be shipped. "
            + $"Name states before shipping, such as {BillbeeState.Paid}; what cancels an order stands in CancelStatus.");
    }

    private async Task<IReadOnlyList<Failure>> ShopAccountsAsync(IReadOnlyList<string> wanted, CancellationToken cancellationToken)
    {
        if (wanted.Count == 0) return [];
        var known = await KnownAsync(cancellationToken).ConfigureAwait(false);
        return
        [
            .. wanted.Where(name => known?.Any(account => account.Key == name || Same(account.Name, name)) == false).Select(name => new Failure(
                FailureKind.Configuration, "ShopAccountUnknown",
                $"ShopAccount names \"{name}\", which Billbee does not have. Its shop accounts are "
                + (known!.Count == 0 ? "none." : $"{string.Join(", ", known.Select(account => $"\"{account.Name}\" ({account.Key})"))}."))),
        ];
    }

    // Inferred: newer than the contract that we have. Where Billbee does not have it, nothing can be said.
    private async Task<IReadOnlyList<Place>?> KnownAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await client.BareListAsync(
                new BillbeeCall(HttpMethod.Get, "/shopaccounts"), account => new Place(account.Text("Id") ?? "", account.Text("Name") ?? ""), cancellationToken).ConfigureAwait(false);
        }
        catch (FailureException e) when (e.Failure.Kind is FailureKind.NotFound)
        {
            return null;
        }
    }

    private static bool Same(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}
