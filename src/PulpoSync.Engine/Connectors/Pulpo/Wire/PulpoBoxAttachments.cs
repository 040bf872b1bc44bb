namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>The files at a box.</summary>
internal sealed record PulpoBoxAttachments(long PackingBoxId, IReadOnlyList<PulpoAttachment>? Attachments);
