namespace PulpoSync.Sandbox.Pulpo;

/// <summary>An endpoint under <c>/api/v1</c>.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The path, with <c>{id}</c> where an id stands.</param>
/// <param name="Handle">Answers a call; runs under the world's gate.</param>
internal sealed record PulpoRoute(string Method, string Template, Func<PulpoCall, PulpoAnswer> Handle)
{
    private readonly string[] _segments = Template.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether no login is needed.</summary>
    public bool Open { get; init; }

    /// <summary>The ids in the path, or null when it is not this route's.</summary>
    public IReadOnlyList<string>? Match(string method, string[] path)
    {
        if (path.Length != _segments.Length || method != Method) return null;
        List<string> ids = [];
        for (var i = 0; i < path.Length; i++)
        {
            if (_segments[i] == "{id}" && path[i].All(char.IsAsciiDigit)) ids.Add(path[i]);
            else if (_segments[i] != path[i]) return null;
        }
        return ids;
    }
}
