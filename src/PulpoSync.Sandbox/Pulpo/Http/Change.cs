namespace PulpoSync.Sandbox.Pulpo;

/// <summary>What became of a write: the row as it is now, or why it was refused.</summary>
internal readonly record struct Change<T>(T? Row, IReadOnlyList<FieldError> Errors) where T : class
{
    public bool Refused => Row is null;

    public static implicit operator Change<T>(T row) => new(row, []);

    public static implicit operator Change<T>(FieldError error) => new(null, [error]);

    public static Change<T> Refuse(IReadOnlyList<FieldError> errors) => new(null, errors);
}
