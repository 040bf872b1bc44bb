namespace PulpoSync.Torture.Mutations.Recording;

/// <summary>Gives a connector the answers of a <see cref="Book"/>, one of them (or all to the same request from then on) as somebody has spoilt it.</summary>
/// <param name="book">Book.</param>
/// <param name="hit">The request whose answer is spoilt, counted from 1; 0: none.</param>
/// <param name="again">True where every later answer to the same request is spoilt in the same way.</param>
/// <param name="spoil">Spoils it.</param>
internal sealed class Player(Book book, int hit = 0, bool again = false, Func<Answer, Answer>? spoil = null) : HttpMessageHandler
{
    /// <summary>So many requests are no work any more but a circle.</summary>
    public const int Most = 3000;

    private static readonly Answer Unknown = new(404, [("Content-Type", "application/json")], "{}"u8.ToArray());

    private readonly Dictionary<string, int> _times = new(StringComparer.Ordinal);
    private readonly HashSet<int> _spoiltAt = [];
    private readonly Lock _gate = new();
    private string? _spoilt;

    /// <summary>What was asked.</summary>
    public List<Asked> Requests { get; } = [];

    /// <summary>The answers that were given.</summary>
    public List<Answer> Given { get; } = [];

    /// <summary>The answers without those that were spoilt and then asked for again: what they held is to be in the later one.</summary>
    public IReadOnlyList<Answer> Kept =>
        [.. Given.Where((_, at) => !_spoiltAt.Contains(at) || !Requests.Skip(at + 1).Any(later => later.Place == Requests[at].Place))];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = await Asked.OfAsync(request, cancellationToken).ConfigureAwait(false);
        lock (_gate)
        {
            Requests.Add(asked);
            if (Requests.Count > Most) throw new HttpRequestException("The vendor has had enough.");
            var nth = _times[asked.Key] = _times.GetValueOrDefault(asked.Key) + 1;
            var answer = book.Find(asked, nth) ?? Unknown;
            if (Requests.Count == hit) _spoilt = asked.Key;
            if (Requests.Count == hit || (again && _spoilt == asked.Key))
            {
                answer = spoil!(answer);
                _spoiltAt.Add(Given.Count);
            }

            Given.Add(answer);
            return answer.ToMessage();
        }
    }
}
