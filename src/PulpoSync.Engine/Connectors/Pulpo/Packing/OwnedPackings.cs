using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Pulpo.Packing;

/// <summary>Says whose packing orders are, and reads what belongs to each.</summary>
internal sealed class OwnedPackings(PulpoOrders orders)
{
    /// <summary>Those of some packing orders that an order of ours stands behind.</summary>
    /// <param name="packings">Packing orders.</param>
    /// <param name="account">Account whose orders are meant; null: any.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<OwnedPacking>> OfAsync(IReadOnlyList<PulpoPackingOrder> packings, string? account, CancellationToken cancellationToken)
    {
        var owners = await orders.ByIdsAsync(packings.Select(packing => packing.SalesOrderId).OfType<long>(), cancellationToken).ConfigureAwait(false);
        var owned = new List<OwnedPacking>();
        foreach (var packing in packings)
        {
            if (packing.SalesOrderId is not { } id || !owners.TryGetValue(id, out var order) || PulpoOwner.Of(order) is not { IsDelivery: true } owner) continue;
            if (account is null || owner.Account == account) owned.Add(new OwnedPacking(packing, order, owner));
        }

        return owned;
    }

    /// <summary>
    /// Reads each by itself, some at a time. The list of packing orders came through: where one cannot be read, the trouble lies with it alone, and it is tried again
    /// on its own.
    /// </summary>
    public static async Task<(IReadOnlyList<T> Read, IReadOnlyList<(string Key, string? Number, Failure Failure)> Unreadable)> EachAsync<T>(
        IReadOnlyList<OwnedPacking> owned, Func<OwnedPacking, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
        where T : class
    {
        var results = new (T? Read, Failure? Failure)[owned.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = PulpoAssumptions.ConcurrentCalls, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
                Enumerable.Range(0, owned.Count), options,
                async (index, token) => results[index] = await OneAsync(owned[index], read, token).ConfigureAwait(false))
            .ConfigureAwait(false);
        return (
            [.. results.Select(result => result.Read).OfType<T>()],
            [.. owned.Zip(results).Where(pair => pair.Second.Failure is not null).Select(pair => (pair.First.Key, (string?)pair.First.Number, pair.Second.Failure!))]);
    }

    private static async Task<(T? Read, Failure? Failure)> OneAsync<T>(
        OwnedPacking owned, Func<OwnedPacking, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return (await read(owned, cancellationToken).ConfigureAwait(false), null);
        }
        catch (FailureException e) when (e.Failure.IsRecordOnly || e.Failure.Kind is FailureKind.Protocol)
        {
            return (null, e.Failure);
        }
    }
}
