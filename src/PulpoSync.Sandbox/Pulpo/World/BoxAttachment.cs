namespace PulpoSync.Sandbox.Pulpo;

/// <summary>A file at a box. What PULPO does with the path that it is told is not documented: it is kept as it was sent.</summary>
internal sealed record BoxAttachment : Entity
{
    public long PackingBoxId { get; init; }
    public string? Filename { get; init; }

    /// <summary>The MIME type.</summary>
    public string? FileType { get; init; }

    public string? Extension { get; init; }

    /// <summary><c>photo</c> or <c>label</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Where PULPO shall get the file, or the file's id in its storage.</summary>
    public string? Path { get; init; }
}
