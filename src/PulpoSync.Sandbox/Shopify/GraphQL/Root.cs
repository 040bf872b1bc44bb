namespace PulpoSync.Sandbox.Shopify;

/// <summary>The object that root fields belong to.</summary>
internal sealed class Root
{
    public static readonly Root Instance = new();

    private Root()
    {
    }
}
