namespace PulpoSync.Sandbox.Pulpo;

/// <summary>A field that lists can be filtered by.</summary>
internal abstract class Field<T>(string name)
{
    public string Name { get; } = name;

    /// <summary>Whether PULPO documents that the field takes a list of values; otherwise the tenant's options say what a list does.</summary>
    public bool TakesLists { get; init; }

    /// <summary>Finds the rows that have exactly this value without a walk over all, or null.</summary>
    public Func<PulpoWorld, string, IEnumerable<T>>? Lookup { get; init; }

    /// <summary>Finds the rows of a time and later without a walk over all, or null.</summary>
    public Func<PulpoWorld, DateTime, IEnumerable<T>>? Since { get; init; }

    /// <summary>What the rows are sorted by, or null when they cannot be sorted by this field.</summary>
    public virtual Func<T, IComparable?>? SortKey => null;

    /// <summary>The condition that a value puts, or null when the value does not fit the field.</summary>
    public abstract Func<T, bool>? Condition(QueryValue value);
}
