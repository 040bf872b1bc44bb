namespace PulpoSync.Torture.Mutations.Recording;

/// <summary>What was asked of a vendor, and what he answered, in the sequence in which it happened.</summary>
/// <param name="wider">Knows what this one does not; null: nobody does.</param>
internal sealed class Book(Book? wider = null)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<Answer>> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Answer> _byOperation = new(StringComparer.Ordinal);

    /// <summary>Keeps an answer.</summary>
    public void Add(Asked asked, Answer answer)
    {
        lock (_gate)
        {
            if (!_byKey.TryGetValue(asked.Key, out var answers)) _byKey[asked.Key] = answers = [];
            answers.Add(answer);
            // What went well tells more of what such an answer looks like.
            if (answer.Status < 300 || !_byOperation.ContainsKey(asked.Operation)) _byOperation[asked.Operation] = answer;
        }

        wider?.Add(asked, answer);
    }

    /// <summary>The answer to a request that is made for the n-th time; to one that was never made, one to its like. Null: there is none.</summary>
    public Answer? Find(Asked asked, int nth)
    {
        lock (_gate)
        {
            if (_byKey.TryGetValue(asked.Key, out var answers)) return answers[Math.Min(nth, answers.Count) - 1];
        }

        return wider?.Find(asked, nth) ?? _byOperation.GetValueOrDefault(asked.Operation);
    }
}
