using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>Reads a reply once, though several hooks of a call look at it.</summary>
internal sealed class AnswerMemo
{
    private HttpReply? _reply;
    private ShopifyAnswer? _answer;
    private Failure? _failure;

    /// <summary>The answer, or why it is none.</summary>
    public (ShopifyAnswer? Answer, Failure? Failure) Of(HttpCall call, HttpReply reply)
    {
        if (!ReferenceEquals(_reply, reply)) (_reply, _answer, _failure) = (reply, null, null);
        if (_answer is null && _failure is null) Read(call, reply);
        return (_answer, _failure);
    }

    private void Read(HttpCall call, HttpReply reply)
    {
        try
        {
            _answer = ShopifyAnswer.Read(reply, JsonBody.Parse(call, reply));
        }
        catch (FailureException e)
        {
            _failure = e.Failure;
        }
    }
}
