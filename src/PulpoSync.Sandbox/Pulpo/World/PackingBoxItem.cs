namespace PulpoSync.Sandbox.Pulpo;

internal sealed record PackingBoxItem
{
    public long Id { get; init; }
    public long? ProductId { get; init; }
    public long Quantity { get; init; }
    public string? LineOrderId { get; init; }
}
