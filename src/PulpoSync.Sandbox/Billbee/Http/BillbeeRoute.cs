namespace PulpoSync.Sandbox.Billbee;

/// <summary>An endpoint under <c>/api/v1</c>.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The path, with a name in braces where a value stands; <c>{id}</c> takes numbers only.</param>
/// <param name="Handle">Answers a call; runs under the world's gate.</param>
internal sealed record BillbeeRoute(string Method, string Template, Func<BillbeeCall, BillbeeAnswer> Handle)
{
    private readonly string[] _segments = Template.Split('/');

    /// <summary>What the limit counts by, and what faults and counts call it.</summary>
    public string Operation { get; } = $"{Method} /api/v1/{Template}";

    /// <summary>The values in the path, or null when it is not this route's, whatever the method. Case does not count, as in ASP.NET.</summary>
    public IReadOnlyList<string>? Match(string[] path)
    {
        if (path.Length != _segments.Length) return null;
        List<string> values = [];
        for (var i = 0; i < path.Length; i++)
        {
            var isValue = _segments[i][0] == '{';
            if (isValue && (_segments[i] != "{id}" || path[i].All(char.IsAsciiDigit))) values.Add(Uri.UnescapeDataString(path[i]));
            else if (!string.Equals(_segments[i], path[i], StringComparison.OrdinalIgnoreCase)) return null;
        }
        return values;
    }
}
