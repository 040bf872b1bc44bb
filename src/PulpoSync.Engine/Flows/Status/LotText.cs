using System.Globalization;
using PulpoSync.Records;

namespace PulpoSync.Engine.Flows.Status;

/// <summary>Lots and serial numbers as a line of an order's note: <c>MUG-1: lot L-77 x 3; CAM-2: serial S-1, S-2</c>.</summary>
internal static class LotText
{
    /// <summary>The line; null where there are none.</summary>
    public static string? Of(IReadOnlyList<UsedBatch> batches) => batches.Count == 0
        ? null
        : string.Join("; ", batches.GroupBy(batch => batch.Sku, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(Article));

    private static string Article(IGrouping<string?, UsedBatch> article)
    {
        var lots = Numbers(article, isSerial: false);
        var serials = Numbers(article, isSerial: true);
        var parts = new[] { lots.Length == 0 ? null : $"lot {lots}", serials.Length == 0 ? null : $"serial {serials}" }.OfType<string>();
        return $"{(article.Key is null ? "" : $"{article.Key}: ")}{string.Join(", ", parts)}";
    }

    // The same content gives the same text, in whatever order the warehouse tells it.
    private static string Numbers(IEnumerable<UsedBatch> batches, bool isSerial) => string.Join(", ", batches.Where(batch => batch.IsSerial == isSerial)
        .GroupBy(batch => batch.Number, StringComparer.Ordinal).OrderBy(same => same.Key, StringComparer.Ordinal)
        .Select(same => isSerial ? same.Key : string.Create(CultureInfo.InvariantCulture, $"{same.Key} x {same.Sum(batch => batch.Quantity)}")));
}
