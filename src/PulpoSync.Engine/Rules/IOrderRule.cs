namespace PulpoSync.Engine.Rules;

/// <summary>One decision about an order. Pure: no clock, no I/O; everything it needs is in the draft and the settings.</summary>
public interface IOrderRule
{
    /// <summary>Name for people, in traces.</summary>
    string Name { get; }

    /// <summary>
    /// True for rules that only choose which orders to begin with: an order that is already at the destination is not held back by them, because
    /// leaving the filter never cancels, and a line that is taken back must not be shipped.
    /// </summary>
    bool IsFilter { get; }

    /// <summary>Decides.</summary>
    RuleResult Apply(OrderDraft draft, SalesOrderSettings settings);
}
