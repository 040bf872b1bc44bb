namespace PulpoSync;

/// <summary>A refusal or fault as a value.</summary>
/// <param name="Kind">What it means for the run.</param>
/// <param name="Code">Stable code in Pascal case, such as <c>UnknownSku</c>; part of the product's interface.</param>
/// <param name="Message">One sentence for a person: what is wrong and what to do. Without secrets and personal data.</param>
/// <param name="RetryAfter">How long the system asks us to wait, where it says so.</param>
public sealed record Failure(FailureKind Kind, string Code, string Message, TimeSpan? RetryAfter = null)
{
    /// <summary>True where the trouble lies with this one record, so that the run can go on with the others.</summary>
    public bool IsRecordOnly => Kind is FailureKind.Data or FailureKind.Conflict or FailureKind.NotFound;

    /// <inheritdoc/>
    public override string ToString() => $"{Code}: {Message}";
}
