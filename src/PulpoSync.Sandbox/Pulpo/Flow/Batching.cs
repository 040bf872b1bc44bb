using System.Globalization;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Gives goods their lots and serial numbers.</summary>
internal static class Batching
{
    public static bool IsManaged(Product? product) => product?.ManagementType is "lot" or "serial";

    /// <summary>The batch of that number, made when it is new.</summary>
    public static Batch Named(PulpoWorld world, Product product, string number, DateOnly? expires) =>
        world.BatchesByNumber.Find(number).FirstOrDefault(b => b.ProductId == product.Id)
        ?? world.Batches.Add(new Batch { ProductId = product.Id, Number = number, Type = product.ManagementType!, ExpirationDate = expires });

    /// <summary>The batches that people name for goods.</summary>
    public static IEnumerable<BatchShare> Named(PulpoWorld world, Product product, IEnumerable<PackBatch> named) =>
        named.Select(b => new BatchShare(Named(world, product, b.Number, b.Expires), b.Quantity));

    /// <summary>Numbers for goods that have none yet, as whoever handles them first has to give: one lot, or one serial number a piece.</summary>
    public static IEnumerable<BatchShare> New(PulpoWorld world, Product product, long quantity)
    {
        var (prefix, each) = product.ManagementType == "serial" ? ("SN", 1) : ("LOT", quantity);
        for (; quantity > 0; quantity -= each)
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{world.Batches.Rows.Count + 1:D6}");
            yield return new BatchShare(Named(world, product, number, null), each);
        }
    }

    /// <summary>Why the batches that people name do not fit the goods; null when they do.</summary>
    public static FieldError? Check(Product? product, PackLine line)
    {
        if (line.Batches.Count == 0) return null;
        if (!IsManaged(product)) return new FieldError("batches", $"of {line.Line} are given, which has neither lots nor serial numbers");
        if (line.Batches.Sum(b => b.Quantity) != line.Quantity) return new FieldError("batches", $"of {line.Line} do not add up to its quantity");
        return product!.ManagementType == "serial" && line.Batches.Any(b => b.Quantity != 1)
            ? new FieldError("batches", $"of {line.Line} are serial numbers, each of one piece")
            : null;
    }
}
