namespace PulpoSync.Sandbox;

/// <summary>A file at a <see cref="PulpoBox"/>.</summary>
/// <param name="Id">PULPO's id.</param>
/// <param name="FileName">Its name.</param>
/// <param name="ContentType">Its MIME type.</param>
/// <param name="Type">photo or label; null when nobody said.</param>
/// <param name="Path">Where it was said to be, or what was sent in place of that.</param>
public sealed record PulpoAttachment(long Id, string? FileName, string? ContentType, string? Type, string? Path);
