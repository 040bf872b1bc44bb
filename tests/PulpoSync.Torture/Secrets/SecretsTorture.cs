using System.Globalization;

namespace PulpoSync.Torture.Secrets;

/// <summary>
/// Plants a canary in every credential field and in every customer field of every vendor's records, lets everything run, fail and be looked at with all streams
/// on, and searches all that is kept, said and written. No secret may be anywhere, no person in anything that is kept or said.
/// </summary>
internal static class SecretsTorture
{
    private const int LongForm = 6;

    public static async Task<Verdict> RunAsync(TortureOptions options, CancellationToken cancellationToken)
    {
        var rounds = new List<Round>();
        for (var number = 0; number < (options.Count ?? LongForm); number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var round = new Round(options, number);
            rounds.Add(round);
            await round.RunAsync();
        }

        var bytes = rounds.SelectMany(round => round.Haul.Places).Sum(place => place.Bytes);
        var found = rounds.Sum(round => round.Found.Values.Sum());
        var figures = string.Create(
            CultureInfo.InvariantCulture,
            $"secrets: {rounds.Count} rounds from seed {options.Seed}, {rounds.SelectMany(round => round.Fields).Distinct().Count()} customer fields planted, {rounds.Sum(round => round.Faults)} faults, "
            + $"{bytes} bytes searched, {found} found; {rounds.Sum(round => round.Proofs)} forms planted into copies and found again{Left(rounds)}");
        return new Verdict(figures, [.. rounds.SelectMany(round => round.Findings)], Table(rounds));
    }

    private static string Left(List<Round> rounds) => rounds.Select(round => round.WithoutPowerShell).FirstOrDefault(why => why is not null) is { } why ? $"; without PowerShell: {why}" : "";

    private static string Table(List<Round> rounds)
    {
        var places = rounds.SelectMany(round => round.Haul.Places.Select(place => (place.Place, place.Bytes, Found: round.Found[place.Place]))).GroupBy(row => row.Place);
        var rows = places.Select(place => string.Create(
            CultureInfo.InvariantCulture, $"| {place.Key} | {place.Sum(row => row.Bytes):N0} | {place.Sum(row => row.Found)} |"));
        return $"""
            Forms that are searched: {Finder.Forms}.

            | where | bytes searched | found |
            |---|---:|---:|
            {string.Join('\n', rows)}
            """;
    }
}
