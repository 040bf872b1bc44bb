namespace PulpoSync.Engine.Storage;

/// <summary>Decides which of the candidates with the same bare number or key are meant by what a person typed.</summary>
internal static class NumberMatch
{
    /// <summary>
    /// Exact hits (number, source key or its last segment) first, then splits of the number and what belongs to it, then others with the same bare number. The last
    /// group only where a bare number was typed, or nothing closer is there: <c>#1001-A</c> does not mean <c>#1001-B</c>.
    /// </summary>
    public static IEnumerable<T> Rank<T>(string typed, IEnumerable<T> candidates, Func<T, string> number, Func<T, string> sourceKey)
    {
        // Shops show their numbers with a '#' that is hardly ever meant.
        typed = typed.TrimStart('#');
        var ranked = candidates
            .Select(candidate => (Candidate: candidate, Rank: RankOf(typed, number(candidate).TrimStart('#'), sourceKey(candidate))))
            .ToList();
        var isBare = Same(BareNumber.Of(typed), typed);
        var farthest = isBare || ranked.TrueForAll(hit => hit.Rank == 2) ? 2 : 1;
        return ranked.Where(hit => hit.Rank <= farthest).OrderBy(hit => hit.Rank).Select(hit => hit.Candidate);
    }

    private static int RankOf(string typed, string number, string sourceKey)
    {
        if (Same(number, typed) || sourceKey == typed || BareNumber.OfKey(sourceKey) == typed) return 0;
        return number.StartsWith(typed + "_", StringComparison.OrdinalIgnoreCase) || number.StartsWith(typed + " (", StringComparison.OrdinalIgnoreCase) ? 1 : 2;
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
