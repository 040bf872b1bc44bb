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
    /// <exception cref="FailureException">The cursor does not move on.</exception>
    public void Append(JsonElement? page)
    {
        Nodes.AddRange(page?.Items("nodes") ?? []);
        Advance(page);
    }

    /// <summary>Moves on without keeping the nodes.</summary>
    /// <exception cref="FailureException">The cursor does not move on.</exception>
    public void Advance(JsonElement? page)
    {
        var info = page?.Get("pageInfo");
        After = info?.Flag("hasNextPage") == true ? info.Value.Text("endCursor") ?? "" : null;
        if (After is { } cursor && (cursor.Length == 0 || !_cursors.Add(cursor)))
        {
            throw new FailureException(new Failure(
                FailureKind.Protocol, "PagingStuck", $"{shop} pages {name} in circles: it promises more without leading on."));
        }
    }
}
