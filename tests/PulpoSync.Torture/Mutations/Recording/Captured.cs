using System.Text;
using System.Text.Json.Nodes;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Torture.Mutations.Recording;

/// <summary>Captured answers of real shops, as far as they are here.</summary>
internal static class Captured
{
    private const int OrdersAtOnce = 3;

    public static bool IsThere => Directory.Exists(Samples.Folder);

    /// <summary>Pages of captured orders, read as an order source reads them.</summary>
    /// <param name="like">A recorded read of orders, for the connector.</param>
    public static IEnumerable<Scene> Scenes(Scene like)
    {
        foreach (var orders in Samples.Orders().Select(sample => Samples.Completed(sample.Order)).Chunk(OrdersAtOnce))
        {
            var page = new JsonObject { ["data"] = new JsonObject { ["orders"] = new JsonObject { ["nodes"] = new JsonArray([.. orders]), ["pageInfo"] = new JsonObject { ["hasNextPage"] = false } } } };
            var book = new Book();
            book.Add(new Asked("OrdersPage", ""), Answer.Json(Encoding.UTF8.GetBytes(page.ToJsonString())));
            yield return like with
            {
                Name = "Shopify read Order", Book = book, Call = (connector, token) => Plays.ReadAsync<Order>(connector, new ReadRequest { StartFrom = DateTimeOffset.UnixEpoch }, token),
            };
        }
    }

    /// <summary>Gives an answer to something else altogether.</summary>
    public static Mutation Another()
    {
        var bodies = Directory.EnumerateFiles(Samples.Folder, "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        return new Mutation("a captured answer to something else", (answer, random) => answer with { Body = bodies[random.Next(bodies.Count)] });
    }
}
