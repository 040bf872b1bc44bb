using System.Text.Json;

namespace PulpoSync.Sandbox.Shopify;

/// <summary>
/// The answers of mutations that demand <c>@idempotent</c>. The same key with the same arguments is given the first answer, for a day, and has no
/// second effect; that a refusal is given again like any other answer is inferred.
/// </summary>
internal sealed class Idempotency(TimeProvider time)
{
    private static readonly TimeSpan Memory = TimeSpan.FromHours(24);

    private readonly Dictionary<string, (string Request, Payload Answer, DateTimeOffset At)> _answers = new(StringComparer.Ordinal);
    private readonly Queue<(string Key, DateTimeOffset At)> _order = new();

    /// <summary>How many of the next requests are told that the same request is still at work.</summary>
    public int Concurrent { get; set; }

    /// <summary>A mutation's resolver, with the rules of idempotency around it.</summary>
    public static Func<Root, FieldCall, object?> Once(Func<FieldCall, Payload> mutation) => (_, call) => call.Shop.Idempotency.Run(call, mutation);

    private Payload Run(FieldCall call, Func<FieldCall, Payload> mutation)
    {
        // That a blank key counts as none is inferred.
        if (string.IsNullOrWhiteSpace(call.IdempotencyKey))
            throw new GraphQLException("BAD_REQUEST", "The @idempotent directive is required for this mutation but was not provided.");
        Forget();
        if (Concurrent > 0)
        {
            Concurrent--;
            return Refuse("IDEMPOTENCY_CONCURRENT_REQUEST", "This request is currently in progress, please try again.");
        }
        var request = $"{call.Field.Definition!.Name} {JsonSerializer.Serialize(call.Arguments.All)}";
        if (_answers.TryGetValue(call.IdempotencyKey, out var known))
        {
            return known.Request == request
                ? known.Answer
                : Refuse("IDEMPOTENCY_KEY_PARAMETER_MISMATCH", "The same idempotency key cannot be used with different operation parameters.");
        }
        var answer = mutation(call);
        var now = time.GetUtcNow();
        _answers.Add(call.IdempotencyKey, (request, answer, now));
        _order.Enqueue((call.IdempotencyKey, now));
        return answer;
    }

    private void Forget()
    {
        while (_order.TryPeek(out var oldest) && time.GetUtcNow() - oldest.At >= Memory) _answers.Remove(_order.Dequeue().Key);
    }

    private static Payload Refuse(string code, string message) => new(null, new UserErrorView(null, message, code));
}
