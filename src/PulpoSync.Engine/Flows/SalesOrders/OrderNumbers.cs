using System.Globalization;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Flows.SalesOrders;

/// <summary>
/// Parts and numbers of an order's deliveries. A part is location and generation; fulfilment-order keys change and never get in. A split known at
/// first is numbered <c>4711_1</c>, <c>4711_2</c> over the locations by name; what comes later takes the next number; none is used twice.
/// </summary>
internal static class OrderNumbers
{
    public static string Part(string location, int generation) => string.Create(CultureInfo.InvariantCulture, $"{location}/{generation}");

    public static string LocationOf(string part) => part[..part.LastIndexOf('/')];

    public static int GenerationOf(string part) => int.Parse(part[(part.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture);

    public static int NextGeneration(IEnumerable<LedgerRow> deliveries, string location) =>
        deliveries.Where(row => LocationOf(row.Part) == location).Select(row => GenerationOf(row.Part)).DefaultIfEmpty(0).Max() + 1;

    /// <summary>Which in the sequence a number is.</summary>
    public static int OrdinalOf(string number, string baseNumber) =>
        number.Length > baseNumber.Length && int.TryParse(number.AsSpan(baseNumber.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal) ? ordinal : 1;

    /// <summary>The number of a delivery that has none yet.</summary>
    /// <param name="baseNumber">The order's number.</param>
    /// <param name="ordinal">Which in the sequence.</param>
    /// <param name="isOnly">True for the first delivery of an order that is not split.</param>
    public static string Number(string baseNumber, int ordinal, bool isOnly) =>
        isOnly ? baseNumber : string.Create(CultureInfo.InvariantCulture, $"{baseNumber}_{ordinal}");
}
