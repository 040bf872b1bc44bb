using System.Globalization;
using PulpoSync.Engine.Connectors.Pulpo.Wire;

namespace PulpoSync.Engine.Connectors.Pulpo.Packing;

/// <summary>
/// Tells which of the shop's orders the warehouse has still to work on: a shop's order may be several of PULPO's. They share the customer, by whom they are asked
/// for, state by state: single states are documented as a filter, lists of them are not.
/// </summary>
internal sealed class PulpoSiblings(PulpoClient client)
{
    private const string Path = "/sales/orders";
    private const string List = "sales_orders";
    private const string Field = "third_party_id";

    private bool? _understandsLists;

    /// <summary>The shop's orders, of those that some packed orders belong to, of which something is not packed yet.</summary>
    public async Task<IReadOnlySet<(string Account, string Order)>> UnfinishedAsync(IReadOnlyList<PulpoOrder> packed, CancellationToken cancellationToken)
    {
        var customers = packed.Select(order => order.ThirdPartyId).OfType<long>().Distinct().Select(id => id.ToString(CultureInfo.InvariantCulture)).ToList();
        if (customers.Count > 1) _understandsLists ??= await ProveAsync(packed[0], customers, cancellationToken).ConfigureAwait(false);
        var filters = _understandsLists == true
            ? customers.Chunk(PulpoAssumptions.PageSize).Select(chunk => PulpoAssumptions.ListFilter(Field, chunk))
            : customers.Select(customer => $"{Field}={customer}");
        var questions = filters.SelectMany(filter => PulpoAssumptions.UnfinishedStates.Select(state => $"{filter}&state={state}"));
        var found = await Task.WhenAll(
            questions.Select(query => client.ListAsync(Path, List, query, PulpoJson.Default.PulpoOrder, cancellationToken))).ConfigureAwait(false);
        // A filter that is ignored brings orders that are finished.
        return found.SelectMany(orders => orders).Where(order => !PulpoAssumptions.IsFinished(order.State))
            .Select(PulpoOwner.Of).OfType<PulpoOwner>().Where(owner => owner.IsDelivery).Select(owner => (owner.Account, owner.Order)).ToHashSet();
    }

    // Nothing at all may mean that all is packed, or that a list of customers was taken for a text: an order that is surely there tells which.
    private async Task<bool> ProveAsync(PulpoOrder known, List<string> customers, CancellationToken cancellationToken)
    {
        var own = known.ThirdPartyId is { } id ? id.ToString(CultureInfo.InvariantCulture) : customers[0];
        var query = $"{PulpoAssumptions.ListFilter(Field, [own, customers.First(customer => customer != own)])}&id={known.Id.ToString(CultureInfo.InvariantCulture)}";
        var page = await client.PageAsync(Path, List, query, 0, PulpoJson.Default.PulpoOrder, cancellationToken).ConfigureAwait(false);
        return page?.Items.Any(order => order.Id == known.Id) == true;
    }
}
