namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Lists in each <see cref="ListShape"/>.</summary>
internal static class ListAnswer
{
    /// <summary>Answers a list.</summary>
    /// <param name="shape">The form.</param>
    /// <param name="plural">The name of the list where there is an envelope.</param>
    /// <param name="rows">The rows of the page.</param>
    /// <param name="total">How many there are on all pages.</param>
    public static PulpoAnswer Of<T>(ListShape shape, string plural, IReadOnlyList<T> rows, int total) => shape switch
    {
        ListShape.One when rows.Count == 1 => PulpoAnswer.Of(StatusCodes.Status200OK, rows[0]),
        ListShape.Envelope => PulpoAnswer.Of(StatusCodes.Status200OK, new Dictionary<string, object> { [plural] = rows, ["total_results"] = total }),
        _ => PulpoAnswer.Of(StatusCodes.Status200OK, rows),
    };
}
