using PulpoSync.Engine.Connectors.Pulpo.Wire;

namespace PulpoSync.Engine.Connectors.Pulpo.Catalog;

/// <summary>Suppliers by what a setting says: the identifier number, else the name.</summary>
internal sealed class PulpoSuppliers(PulpoClient client)
{
    private const string Path = "/iam/third_parties";
    private const string Suppliers = "third_type=S";

    private readonly Dictionary<string, long?> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The id; null: there is none, or several are of that name.</summary>
    public async Task<long?> FindAsync(string text, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(text, out var id)) _known[text] = id = await SearchAsync(text.Trim(), cancellationToken).ConfigureAwait(false);
        return id;
    }

    /// <summary>There is no such supplier, and which there are.</summary>
    public async Task<Failure> UnknownAsync(string text, CancellationToken cancellationToken)
    {
        var page = await client.PageAsync(Path, "third_parties", Suppliers, 0, PulpoJson.Default.PulpoSupplier, cancellationToken).ConfigureAwait(false);
        var numbers = (page?.Items ?? []).Where(supplier => supplier.Active != false).Select(supplier => supplier.IdentifierNumber).OfType<string>()
            .Where(number => !number.Contains('@', StringComparison.Ordinal)).Take(10);
        return new Failure(
            FailureKind.Configuration, "SupplierUnknown",
            $"PULPO has no supplier (or several) \"{text}\". Set Supplier to the identifier number of one; there {PulpoDirectory.Names(numbers)}.");
    }

    private async Task<long?> SearchAsync(string text, CancellationToken cancellationToken) =>
        await OneAsync("identifier_number", supplier => supplier.IdentifierNumber, text, cancellationToken).ConfigureAwait(false)
        ?? await OneAsync("name", supplier => supplier.Name, text, cancellationToken).ConfigureAwait(false);

    private async Task<long?> OneAsync(string field, Func<PulpoSupplier, string?> keyOf, string text, CancellationToken cancellationToken)
    {
        var lookup = new PulpoLookup<PulpoSupplier>(client, Path, "third_parties", field, PulpoJson.Default.PulpoSupplier, keyOf, Suppliers);
        var found = await lookup.FindAsync([text], confirm: true, cancellationToken).ConfigureAwait(false);
        return found.TryGetValue(text, out var suppliers) && suppliers.Where(supplier => supplier.Active != false).ToList() is [var only] ? only.Id : null;
    }
}
