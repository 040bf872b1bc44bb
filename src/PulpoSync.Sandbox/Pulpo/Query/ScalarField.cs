namespace PulpoSync.Sandbox.Pulpo;

/// <summary>A field with one value, which may be compared.</summary>
internal class ScalarField<T>(string name, Func<T, IComparable?> get, Func<string, IComparable?> parse) : Field<T>(name)
{
    public override Func<T, IComparable?> SortKey => get;

    public override Func<T, bool>? Condition(QueryValue value)
    {
        var operands = value.Operands.Select(parse).OfType<IComparable>().ToArray();
        if (operands.Length == 0 || operands.Length < value.Operands.Count) return null;
        return value.Operator switch
        {
            QueryOperator.Equal => Compared(c => c == 0, operands[0]),
            QueryOperator.GreaterOrEqual => Compared(c => c >= 0, operands[0]),
            QueryOperator.Greater => Compared(c => c > 0, operands[0]),
            QueryOperator.LessOrEqual => Compared(c => c <= 0, operands[0]),
            QueryOperator.Less => Compared(c => c < 0, operands[0]),
            QueryOperator.Between when operands is [var from, var to] => row => get(row) is { } v && IsBetween(v, from, to),
            QueryOperator.List => OneOf(operands),
            _ => null,
        };
    }

    private Func<T, bool> Compared(Func<int, bool> fits, IComparable operand) => row => get(row) is { } v && fits(ValueOrder.Compare(v, operand));

    private static bool IsBetween(IComparable value, IComparable from, IComparable to) =>
        ValueOrder.Compare(value, from) >= 0 && ValueOrder.Compare(value, to) <= 0;

    private Func<T, bool> OneOf(IEnumerable<IComparable> operands)
    {
        var set = operands.ToHashSet();
        return row => get(row) is { } v && set.Contains(v);
    }
}
