namespace PulpoSync.Sandbox.Pulpo;

/// <summary>What is wrong with a field of the body, told in the words of the framework behind PULPO (inferred).</summary>
/// <param name="Path">Where the field is: names, and numbers in lists.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record FieldError(IReadOnlyList<string> Path, string Message)
{
    public const string Blank = "can't be blank";
    public const string Invalid = "is invalid";
    public const string Taken = "has already been taken";
    public const string Missing = "does not exist";

    public FieldError(string field, string message) : this([field], message)
    {
    }

    public string Field => Path[^1];
}
