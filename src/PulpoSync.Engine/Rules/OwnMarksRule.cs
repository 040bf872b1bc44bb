using PulpoSync.Records;

namespace PulpoSync.Engine.Rules;

/// <summary>What our own integrations put onto an order (tags, lines of the note) is nobody's edit and goes nowhere.</summary>
internal sealed class OwnMarksRule : IOrderRule
{
    public string Name => "OwnMarks";
    public bool IsFilter => false;

    public RuleResult Apply(OrderDraft draft, SalesOrderSettings settings)
    {
        var order = draft.Order;
        var note = OwnNote.Without(order.Note);
        var tags = order.Tags.Except(settings.OwnTags, StringComparer.OrdinalIgnoreCase).ToList();
        return tags.Count == order.Tags.Count && note == order.Note
            ? RuleResult.Accept("Nothing of ours on the order.")
            : RuleResult.Change(draft with { Order = order with { Tags = tags, Note = note } }, "Our own tags and lines of the note are left out.");
    }
}
