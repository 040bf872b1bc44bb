namespace PulpoSync.Engine.Connectors.Pulpo;

/// <summary>One refusal of PULPO, reduced to what can hold no personal data.</summary>
/// <param name="Field">Path of the field, such as <c>ship_to.address.street</c>.</param>
/// <param name="Code">What is wrong with it: Taken, TooLong, Blank, Unknown, Invalid; Refused where the text is not known.</param>
/// <param name="Meaning">The same in words.</param>
internal sealed record PulpoError(string Field, string Code, string Meaning)
{
    public bool IsTaken => Code == "Taken";
    public bool IsTooLong => Code == "TooLong";

    public override string ToString() => $"{Field} {Meaning}";
}
