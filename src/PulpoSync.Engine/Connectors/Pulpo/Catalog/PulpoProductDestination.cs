using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Pulpo.Catalog;

/// <summary>
/// Products at PULPO. A SKU is a product's identity in a warehouse: one that is there without our mark is taken over. One that was deleted there is made
/// again, because the shop still sells it.
/// </summary>
internal sealed class PulpoProductDestination(
    PulpoDirectory directory, PulpoProductBook book, PulpoSuppliers suppliers, PulpoCategories categories, PulpoProductWriter writer) : IDestination<Product>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<Found>> FindAsync(IReadOnlyList<RecordRef> references, CancellationToken cancellationToken)
    {
        var found = await book.BySkuAsync(references.Select(reference => reference.Number), confirm: true, cancellationToken).ConfigureAwait(false);
        return [.. references.Select(reference => PulpoProductBook.Judge(found.GetValueOrDefault(reference.Number), reference))];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult>> WriteAsync(IReadOnlyList<Write<Product>> batch, CancellationToken cancellationToken)
    {
        var works = batch.Select(write => new PulpoProductWork(write)).ToList();
        RefuseTwins(works);
        await ResolveAsync(Open(works), cancellationToken).ConfigureAwait(false);
        await CompareAsync(Open(works), cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        await PulpoWork.SendAsync(works, work => work.There is not null, writer.UpdateAsync).ConfigureAwait(false);
        await PulpoWork.SendAsync(works, work => work.There is null, writer.CreateAsync).ConfigureAwait(false);
        return [.. works.Select(work => work.Result!)];
    }

    private static List<PulpoProductWork> Open(IReadOnlyList<PulpoProductWork> works) => [.. works.Where(work => work.Result is null)];

    // Apart by blanks alone, the shop does not count them as equal.
    private static void RefuseTwins(IReadOnlyList<PulpoProductWork> works)
    {
        foreach (var twins in works.GroupBy(work => work.Sku, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            foreach (var work in twins)
            {
                var others = string.Join(", ", twins.Where(twin => twin != work).Select(twin => $"\"{twin.Product.Title}\""));
                work.Refuse(FailureKind.Data, ReasonCodes.DuplicateSku, $"The SKU {work.Sku} of \"{work.Product.Title}\" is also that of {others}.");
            }
        }
    }

    private async Task ResolveAsync(IReadOnlyList<PulpoProductWork> works, CancellationToken cancellationToken)
    {
        var named = await categories.FindOrMakeAsync([.. works.SelectMany(work => work.Entry.Categories ?? [])], cancellationToken).ConfigureAwait(false);
        foreach (var work in works)
        {
            if (work.Entry.Supplier is { } supplier)
            {
                work.Supplier = await suppliers.FindAsync(supplier, cancellationToken).ConfigureAwait(false)
                    ?? throw new FailureException(await suppliers.UnknownAsync(supplier, cancellationToken).ConfigureAwait(false));
            }

            var wanted = work.Entry.Categories?.Select(name => named[name]).ToList();
            if (wanted?.Find(category => category.Failure is not null).Failure is { } refused) work.Result = WriteResult.Refused(refused);
            work.Categories = wanted?.Select(category => category.Id).OfType<long>().Distinct().ToList();
        }
    }

    private async Task CompareAsync(IReadOnlyList<PulpoProductWork> works, CancellationToken cancellationToken)
    {
        var (merchant, channel) = await directory.MerchantAsync(cancellationToken).ConfigureAwait(false);
        var byId = await book.ByIdAsync(works.Select(work => work.Ref.DestinationId).OfType<string>(), cancellationToken).ConfigureAwait(false);
        var nameless = works.Where(work => !byId.ContainsKey(work.Ref.DestinationId ?? "")).Select(work => work.Sku);
        var bySku = await book.BySkuAsync(nameless, confirm: false, cancellationToken).ConfigureAwait(false);
        foreach (var work in works)
        {
            if ((byId.GetValueOrDefault(work.Ref.DestinationId ?? "") ?? bySku.GetValueOrDefault(work.Sku)) is { } there) work.Judge(there);
            else work.Body = PulpoProductContent.New(work, merchant, channel);
        }
    }
}
