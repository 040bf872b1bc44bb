namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Lots and serial numbers from which goods are taken one after the other.</summary>
internal sealed class BatchShares(IEnumerable<BatchShare> shares)
{
    private readonly Stack<BatchShare> _left = new(shares.Reverse());

    /// <summary>Takes goods off; less when there is less.</summary>
    public IReadOnlyList<BatchShare> Take(long quantity)
    {
        List<BatchShare> taken = [];
        while (quantity > 0 && _left.TryPop(out var share))
        {
            var part = Math.Min(quantity, share.Quantity);
            if (part < share.Quantity) _left.Push(share with { Quantity = share.Quantity - part });
            taken.Add(share with { Quantity = part });
            quantity -= part;
        }
        return taken;
    }
}
