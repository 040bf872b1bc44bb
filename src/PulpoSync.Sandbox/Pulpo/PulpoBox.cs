namespace PulpoSync.Sandbox;

/// <summary>A box of a <see cref="PulpoPacking"/>.</summary>
/// <param name="Id">PULPO's id.</param>
/// <param name="Number">Its number within the packing order.</param>
/// <param name="Lines">What is in it.</param>
/// <param name="Trackings">Its trackings, failed ones too.</param>
/// <param name="Attachments">The files at it.</param>
public sealed record PulpoBox(
    long Id, int Number, IReadOnlyList<PulpoBoxLine> Lines, IReadOnlyList<PulpoTracking> Trackings, IReadOnlyList<PulpoAttachment> Attachments);
