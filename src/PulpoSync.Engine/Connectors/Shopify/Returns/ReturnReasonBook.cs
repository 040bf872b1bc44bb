using System.Text;
using System.Text.Json.Nodes;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Shopify.Returns;

/// <summary>
/// Shopify's list of return reasons. A reason of the warehouse that is worded like one of them is taken for it; every other is "other", and stands in the note.
/// </summary>
internal sealed class ReturnReasonBook(ShopifyClient client)
{
    // "Other", and where a shop should lack it, "unknown": the first of Shopify's standard reasons.
    private static readonly string[] Defaults = ["other-reason", "unknown"];

    private readonly Dictionary<string, string?> _ids = new(StringComparer.Ordinal);

    /// <summary>Learns the reasons of some returns, and gives the id of each word; null stands for no reason.</summary>
    /// <exception cref="FailureException">The shop has none of the standard reasons.</exception>
    public async Task<Func<string?, string>> LearnAsync(IEnumerable<string> reasons, CancellationToken cancellationToken)
    {
        var missing = reasons.Select(Handle).Concat(Defaults).Where(handle => handle.Length > 0 && !_ids.ContainsKey(handle)).Distinct(StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
        {
            var variables = new JsonObject { ["handles"] = new JsonArray([.. missing.Select(handle => JsonValue.Create(handle))]) };
            var answer = await client.QueryAsync(ShopifyDocument.ReturnReasons, variables, cancellationToken).ConfigureAwait(false);
            foreach (var handle in missing) _ids[handle] = null;
            foreach (var node in answer.Data?.Get("returnReasonDefinitions")?.Items("nodes") ?? [])
            {
                if (node.Text("handle") is { } handle) _ids[handle] = node.Text("id");
            }
        }

        var other = Defaults.Select(handle => _ids.GetValueOrDefault(handle)).FirstOrDefault(id => id is not null) ?? throw new FailureException(new Failure(
            FailureKind.Protocol, "NoReturnReason", $"{client.Shop} knows none of Shopify's standard return reasons, and takes no return without one."));
        return reason => (reason is null ? null : _ids.GetValueOrDefault(Handle(reason))) ?? other;
    }

    /// <summary>A word as Shopify writes handles: <c>Damaged or defective</c> is <c>damaged-or-defective</c>.</summary>
    internal static string Handle(string reason)
    {
        var handle = new StringBuilder();
        foreach (var letter in reason.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter)) handle.Append(letter);
            else if (handle.Length > 0 && handle[^1] != '-') handle.Append('-');
        }

        return handle.ToString().TrimEnd('-');
    }
}
