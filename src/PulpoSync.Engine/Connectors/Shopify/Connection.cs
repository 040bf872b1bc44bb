using System.Text.Json;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>The nodes of a paged list as far as they have been read. Refuses cursors that lead in circles.</summary>
/// <param name="shop">The shop, for messages.</param>
/// <param name="name">Name of the list, for messages.</param>
internal sealed class Connection(string shop, string name)
{
    private readonly HashSet<string> _cursors = new(StringComparer.Ordinal);

    /// <summary>What has been read.</summary>
    public List<JsonElement> Nodes { get; } = [];

    /// <summary>Where the next page begins; null where the list is complete.</summary>
    public string? After { get; private set; }

    /// <summary>Adds a page; a missing list is an empty one.</summary>
    /// <exception cref="FailureException">The cursor does not move on, or the list is none, or one of something else: cutting it off silently would lose what it holds.</exception>
    public void Append(JsonElement? page)
    {
        if (page is { } there)
        {
            if (there.Get("nodes") is not { ValueKind: JsonValueKind.Array } nodes) throw Unexpected();
            foreach (var node in nodes.EnumerateArray()) Nodes.Add(node.ValueKind == JsonValueKind.Object ? node : throw Unexpected());
        }

        Advance(page);
    }

    /// <summary>Moves on without keeping the nodes.</summary>
    /// <exception cref="FailureException">The cursor does not move on, or the list does not say whether there is more.</exception>
    public void Advance(JsonElement? page)
    {
        var info = page?.Get("pageInfo");
        if (page is not null && info?.Get("hasNextPage") is not { ValueKind: JsonValueKind.True or JsonValueKind.False }) throw Unexpected();
        After = info?.Flag("hasNextPage") == true ? info.Value.Text("endCursor") ?? "" : null;
        if (After is { } cursor && (cursor.Length == 0 || !_cursors.Add(cursor)))
        {
            throw new FailureException(new Failure(
                FailureKind.Protocol, "PagingStuck", $"{shop} pages {name} in circles: it promises more without leading on."));
        }
    }

    private FailureException Unexpected() => new(new Failure(FailureKind.Protocol, "UnexpectedShape", $"{shop} gives {name} in a shape that is not in its schema."));
}
