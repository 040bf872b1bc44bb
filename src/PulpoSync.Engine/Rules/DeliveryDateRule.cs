using System.Globalization;

namespace PulpoSync.Engine.Rules;

/// <summary>
/// The delivery date: from a tag such as <c>Lieferung: 2026-11-30</c>, else the day of the order in the integration's zone. Of several valid tags the
/// latest date counts, because goods announced for later must not leave earlier. An invalid date is a warning, never a failure.
/// </summary>
internal sealed class DeliveryDateRule : IOrderRule
{
    public string Name => "DeliveryDateFromTag";
    public bool IsFilter => false;

    public RuleResult Apply(OrderDraft draft, SalesOrderSettings settings)
    {
        if (!settings.DeliveryDateFromTag) return RuleResult.Accept("Off: the destination decides.");
        var texts = draft.Order.Tags.Select(tag => DateText(tag, settings.DeliveryDateTags)).OfType<string>().ToList();
        var dates = texts.Select(Parse).OfType<DateOnly>().ToList();
        var invalid = texts.Find(text => Parse(text) is null);
        var ordered = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(draft.Order.CreatedAt, settings.Zone).DateTime);
        var date = dates.Count > 0 ? dates.Max() : ordered;
        var message = dates.Count > 0 ? $"Delivery date {date:yyyy-MM-dd} from the tag." : $"No tag with a valid date: the order's own day {date:yyyy-MM-dd}.";
        var result = RuleResult.Change(draft with { DeliveryDate = date }, message);
        return invalid is null
            ? result
            : result with { WarningCode = ReasonCodes.DeliveryDateInvalid, Message = $"The tag's date \"{invalid}\" is no date of the form YYYY-MM-DD. {message}" };
    }

    private static string? DateText(string tag, IReadOnlyList<string> words)
    {
        var colon = tag.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && words.Contains(tag[..colon].Trim(), StringComparer.OrdinalIgnoreCase) ? tag[(colon + 1)..].Trim() : null;
    }

    private static DateOnly? Parse(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
