namespace PulpoSync.Sandbox.Billbee;

/// <summary>A text in one language.</summary>
public sealed record BillbeeText
{
    /// <summary>Language code.</summary>
    public string? LanguageCode { get; init; }

    /// <summary>Text.</summary>
    public string? Text { get; init; }
}
