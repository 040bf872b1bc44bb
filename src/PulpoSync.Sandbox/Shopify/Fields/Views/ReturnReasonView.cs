namespace PulpoSync.Sandbox.Shopify;

/// <summary>A reason for returns, from the library.</summary>
internal sealed record ReturnReasonView(long Id, ReturnReason Reason, string Handle, string Name)
{
    public string Gid => Gids.Of("ReturnReasonDefinition", Id);
}
