namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>One line of a task or order.</summary>
internal sealed record PulpoGoodsItem(long? ProductId);
