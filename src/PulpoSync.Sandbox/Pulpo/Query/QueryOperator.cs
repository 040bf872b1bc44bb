namespace PulpoSync.Sandbox.Pulpo;

/// <summary>How a value is compared.</summary>
internal enum QueryOperator
{
    Equal,
    List,
    GreaterOrEqual,
    Greater,
    LessOrEqual,
    Less,
    Between,
    Includes,
    IncludesAll,
    IncludesSome,
    IncludesOnly,
    IncludesNone,
}
