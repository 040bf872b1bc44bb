using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Pulpo.Catalog;

/// <summary>What PULPO's refusal of a product means, and what to do about it.</summary>
internal sealed class PulpoProductRefusals(PulpoProductBook book)
{
    /// <summary>The refusal as a failure of the one product.</summary>
    public async Task<WriteResult> OfAsync(PulpoProductWork work, IReadOnlyList<PulpoError> errors, CancellationToken cancellationToken)
    {
        if (errors.Any(error => error.IsTaken && error.Field.StartsWith("barcode", StringComparison.Ordinal)))
        {
            return Conflict("BarcodeTaken", await BarcodesAsync(work, cancellationToken).ConfigureAwait(false));
        }

        if (errors.Any(error => error is { IsTaken: true, Field: "sku" }))
        {
            return Conflict(
                "SkuTaken",
                $"The SKU {work.Sku} is taken at PULPO by another product ({(work.There is null ? "deleted there, or of another merchant" : $"this one is {work.There.Sku} there")}). Give one of the two another SKU.");
        }

        return errors.Any(error => error.Code == "Blank" && IsSupplier(error.Field))
            ? WriteResult.Refused(new Failure(
                FailureKind.Data, "SupplierMissing",
                $"PULPO takes no product without supplier, and {work.Sku} has none. Set Supplier to the identifier number of the supplier that products get."))
            : WriteResult.Refused(PulpoErrors.Refusal($"product {work.Sku}", errors));
    }

    private static bool IsSupplier(string field) =>
        field.Contains("third_party", StringComparison.Ordinal) || field.Contains("supplier", StringComparison.Ordinal);

    private async Task<string> BarcodesAsync(PulpoProductWork work, CancellationToken cancellationToken)
    {
        var held = new List<string>();
        foreach (var barcode in work.Product.Barcodes)
        {
            var holders = (await book.HoldersAsync(barcode, cancellationToken).ConfigureAwait(false)).Where(sku => sku != work.There?.Sku).ToList();
            if (holders.Count > 0) held.Add($"{barcode} belongs to {string.Join(", ", holders)}");
        }

        var which = held.Count == 0 ? $"{string.Join(", ", work.Product.Barcodes)}, PULPO does not show of which" : string.Join("; ", held);
        return $"A barcode of {work.Sku} is that of another product at PULPO: {which}. Correct the barcode in the shop or in PULPO.";
    }

    private static WriteResult Conflict(string code, string message) => WriteResult.Refused(new Failure(FailureKind.Conflict, code, message));
}
