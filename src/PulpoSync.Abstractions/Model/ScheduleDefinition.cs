namespace PulpoSync;

/// <summary>The operating system's task that looks what is due.</summary>
public sealed record ScheduleDefinition
{
    /// <summary>The name that is used where none is given.</summary>
    public const string DefaultName = "PulpoSync";

    /// <summary>Its name; one task for all stores needs no other.</summary>
    public string Name { get; init; } = DefaultName;
    /// <summary>Minutes between two looks.</summary>
    public int Every { get; init; } = 1;
    /// <summary>Who runs it; null: the platform's usual one.</summary>
    public string? Account { get; init; }
    /// <summary>The account's password, where the platform asks for one.</summary>
    public SecretInput? Password { get; init; }
    /// <summary>True where the account is a group-managed service account, whose password the domain keeps.</summary>
    public bool IsGroupManaged { get; init; }
    /// <summary>After this time a look is ended.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromHours(2);
    /// <summary>What the task starts.</summary>
    public required ProgramCall Run { get; init; }
    /// <summary>What finds out under the same account whether that can work; ends with 0 if so.</summary>
    public required ProgramCall Check { get; init; }
}
