using System.Globalization;
using System.Text.Json;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Billbee.Labels;

/// <summary>What labels the account can make; read once.</summary>
internal sealed class LabelProducts(BillbeeClient client)
{
    private static readonly BillbeeCall Call = new(HttpMethod.Get, "/shipment/shippingproviders");
    private readonly object _gate = new();
    private Task<IReadOnlyList<LabelProduct>>? _all;

    /// <summary>The product that a choice means, by names or ids.</summary>
    /// <exception cref="FailureException">There is none, or several; or it cannot be read.</exception>
    public async Task<LabelProduct> FindAsync(LabelChoice choice, CancellationToken cancellationToken)
    {
        var all = await AllAsync(cancellationToken).ConfigureAwait(false);
        var (product, failure) = Resolve(all, choice);
        return product ?? throw new FailureException(failure!);
    }

    /// <summary>Why a choice means no product; null: it means one.</summary>
    public async Task<Failure?> CheckAsync(LabelChoice choice, CancellationToken cancellationToken) =>
        Resolve(await AllAsync(cancellationToken).ConfigureAwait(false), choice).Failure;

    private static (LabelProduct? Product, Failure? Failure) Resolve(IReadOnlyList<LabelProduct> all, LabelChoice choice)
    {
        var ofProvider = all.Where(product => Means(choice.Provider, product.ProviderId, product.Provider)).ToList();
        var found = ofProvider.FindAll(product => Means(choice.Product, product.Id, product.Name, product.CarrierName));
        // A name that people see goes before the carrier's, which several may share.
        if (found.Count > 1 && found.FindAll(product => Means(choice.Product, product.Id, product.Name)) is { Count: 1 } named) found = named;
        if (found.Count == 1) return (found[0], null);
        var text = found.Count > 1 ? $"\"{choice}\" means several kinds of labels in Billbee: {List(found, withIds: true)}. Take the ids"
            : ofProvider.Count > 0 ? $"Billbee's shipping provider \"{choice.Provider}\" has no product \"{choice.Product}\". It has {List(ofProvider)}"
            : $"Billbee has no shipping provider \"{choice.Provider}\". It has {(all.Count == 0 ? "none: set one up there" : List(all))}";
        return (null, new Failure(FailureKind.Configuration, "LabelProductUnknown", $"{text}."));
    }

    private static bool Means(string wanted, long id, params string?[] names) =>
        wanted.Trim() == id.ToString(CultureInfo.InvariantCulture) || names.Any(name => string.Equals(name?.Trim(), wanted.Trim(), StringComparison.OrdinalIgnoreCase));

    private static string List(IEnumerable<LabelProduct> products, bool withIds = false) =>
        string.Join(", ", products.Select(product => withIds
            ? string.Create(CultureInfo.InvariantCulture, $"{product} ({product.ProviderId}/{product.Id})")
            : $"{product}"));

    private Task<IReadOnlyList<LabelProduct>> AllAsync(CancellationToken cancellationToken)
    {
        // Several orders of a batch ask at once; what failed is asked again.
        lock (_gate) return _all = _all is { IsFaulted: false, IsCanceled: false } ? _all : ReadAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<LabelProduct>> ReadAsync(CancellationToken cancellationToken) =>
        [.. (await client.BareListAsync(Call, Products, cancellationToken).ConfigureAwait(false)).SelectMany(products => products)];

    // An entry of another kind is not one of no products: it would be said that there are none.
    private static IReadOnlyList<LabelProduct> Products(JsonElement provider) =>
        provider.ValueKind is not JsonValueKind.Object ? throw BillbeeClient.Unexpected(Call, "with providers that are none")
        : Number(provider, "id") is not { } id ? [] :
    [
        .. Either(provider, "products").GetValueOrDefault().Elements().Select(product => Number(product, "id") is { } number
            ? new LabelProduct(id, Name(provider, "name") ?? Text(id), number, Name(product, "displayName") ?? Name(product, "productName") ?? Text(number),
                Name(product, "productName"))
            : null).OfType<LabelProduct>(),
    ];

    // Inferred: the contract describes no content; captured answers have small first letters, all of Billbee's other answers have capitals.
    private static JsonElement? Either(JsonElement element, string name) => element.Get(name) ?? element.Get($"{char.ToUpperInvariant(name[0])}{name[1..]}");

    private static string? Name(JsonElement element, string name) => Either(element, name)?.AsText();

    private static long? Number(JsonElement element, string name) =>
        long.TryParse(Name(element, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
