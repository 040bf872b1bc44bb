namespace PulpoSync.Sandbox.Shopify;

/// <summary>Why goods come back.</summary>
public enum ReturnReason
{
    Color,
    Defective,
    NotAsDescribed,
    Other,
    SizeTooLarge,
    SizeTooSmall,
    Style,
    Unknown,
    Unwanted,
    WrongItem,
}
