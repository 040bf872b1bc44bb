using System.Text.Json.Nodes;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Pulpo.Catalog;

/// <summary>Product categories by name, found or made, and each learned once in a connector's life.</summary>
internal sealed class PulpoCategories(PulpoClient client)
{
    private const string Path = "/inventory/products/categories";

    private Dictionary<string, long>? _known;

    /// <summary>Ids by name, case does not matter.</summary>
    /// <returns>Per name the id, or why there is none.</returns>
    public async Task<IReadOnlyDictionary<string, (long? Id, Failure? Failure)>> FindOrMakeAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        var answers = new Dictionary<string, (long?, Failure?)>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            _known ??= await ReadAsync(cancellationToken).ConfigureAwait(false);
            answers[name] = _known.TryGetValue(name, out var id) ? (id, null) : await MakeAsync(name, cancellationToken).ConfigureAwait(false);
        }

        return answers;
    }

    private async Task<(long? Id, Failure? Failure)> MakeAsync(string name, CancellationToken cancellationToken)
    {
        HttpReply? reply = null;
        try
        {
            var body = new JsonObject { ["code"] = name, ["name"] = name };
            reply = await client.SendAsync(HttpMethod.Post, Path, CallKind.Write, null, PulpoBody.Of(body), cancellationToken).ConfigureAwait(false);
            if (!reply.IsSuccess && reply.Status is not (400 or 422)) throw new FailureException(client.Failure(HttpMethod.Post, Path, reply));
        }
        catch (FailureException e) when (e.OutcomeUnknown)
        {
            // Perhaps made: the list says so.
        }

        // Also where it is taken: by somebody else, or by a call whose answer was lost and which came through only after the list was read.
        _known = await ReadAsync(cancellationToken).ConfigureAwait(false);
        if (_known.TryGetValue(name, out var id)) return (id, null);
        return reply is null
            ? throw new FailureException(new Failure(FailureKind.Transient, "NoAnswer", $"PULPO does not say whether it has made the product category \"{name}\"."))
            : (null, PulpoErrors.Refusal($"the product category \"{name}\"", PulpoErrors.Read(reply)));
    }

    private async Task<Dictionary<string, long>> ReadAsync(CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, long>(StringComparer.OrdinalIgnoreCase);
        var all = await client.ListAsync(Path, "product_categories", "", PulpoJson.Default.PulpoCategory, cancellationToken).ConfigureAwait(false);
        foreach (var category in all.Where(category => category.Code is not null)) known[category.Code!] = category.Id;
        // A name goes before a code: it is what people see.
        foreach (var category in all.Where(category => category.Name is not null).Reverse()) known[category.Name!] = category.Id;
        return known;
    }
}
