namespace PulpoSync.Sandbox.Pulpo;

/// <summary>A time. A date alone means the whole day when it is asked for equality (inferred), and its first second otherwise.</summary>
internal sealed class TimeField<T>(string name, Func<T, DateTime?> get) : ScalarField<T>(name, row => get(row), text => PulpoTime.Parse(text))
{
    public override Func<T, bool>? Condition(QueryValue value)
    {
        if (value is not { Operator: QueryOperator.Equal, Operands: [var date] } || !PulpoTime.IsDate(date)) return base.Condition(value);
        return PulpoTime.Parse(date) is { } day ? row => get(row) is { } time && time.Date == day : null;
    }
}
