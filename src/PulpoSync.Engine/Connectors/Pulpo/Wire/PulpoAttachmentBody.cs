namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>A file to attach.</summary>
internal sealed record PulpoAttachmentBody(string Path, string Filename, string ContentType, string Type)
{
    /// <summary>Never prints the file.</summary>
    public override string ToString() => $"PulpoAttachmentBody {Filename}";
}
