using System.Text;
using System.Text.Json;

namespace PulpoSync.Sandbox.Shopify;

/// <summary>A place in a sorted list: the sort value and the id of an element. Opaque to clients, in the form seen in Shopify's answers.</summary>
internal readonly record struct Cursor(long Value, long Id) : IComparable<Cursor>
{
    public int CompareTo(Cursor other) => Value != other.Value ? Value.CompareTo(other.Value) : Id.CompareTo(other.Id);

    public override string ToString() =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""{"last_id":{{Id}},"last_value":{{Value}}}"""));

    /// <summary>Reads a cursor.</summary>
    /// <exception cref="GraphQLException">It is none.</exception>
    public static Cursor Parse(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(Convert.FromBase64String(text));
            return new Cursor(json.RootElement.GetProperty("last_value").GetInt64(), json.RootElement.GetProperty("last_id").GetInt64());
        }
        catch (Exception e) when (e is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new GraphQLException("BAD_REQUEST", "Malformed cursor");
        }
    }
}
