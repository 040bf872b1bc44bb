namespace PulpoSync.Records;

/// <summary>A carrier's number of a parcel.</summary>
/// <param name="Number">Number.</param>
/// <param name="Url">Where the customer can follow it; null: nobody says.</param>
/// <param name="Carrier">The warehouse system's code of the carrier.</param>
public sealed record Tracking(string Number, string? Url, string? Carrier)
{
    /// <summary>In a write: the carrier's name as the settings spell it; null: the destination spells it.</summary>
    public string? CarrierName { get; init; }
}
