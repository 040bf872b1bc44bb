namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>
/// What a document asks of the bucket: Shopify takes this before it runs a query and gives back what was not used. Shopify publishes no exact rule; this
/// one reproduces recorded answers: a connection costs 2 + step(first) × its node, an object 1, scalars, money and page info nothing.
/// </summary>
/// <param name="Fixed">Points whatever the page size.</param>
/// <param name="PerNode">Points of one node of the paged connection; 0: the document has none of variable size.</param>
internal sealed record QueryCost(int Fixed, int PerNode)
{
    /// <summary>Most that a single document may ask for.</summary>
    public const int Most = 1000;

    /// <summary>How a connection's cost grows with its size: <c>max(1, floor(2·ln(first)))</c>.</summary>
    public static int Step(int first) => Math.Max(1, (int)Math.Floor(2 * Math.Log(first)));

    /// <summary>Requested points for a page size.</summary>
    public int At(int first) => Fixed + (PerNode == 0 ? 0 : PerNode * Step(first));
}
