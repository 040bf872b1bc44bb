using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PulpoSync.Torture.Faults;

/// <summary>Members of answers that hold a word or a number out of a list, to which a vendor may add another one any day.</summary>
internal static class Values
{
    private const int Number = 99;

    // Words as the vendors write them: a client that compares without regard to case shall not be let off.
    private static readonly Dictionary<string, (string Word, string[] Members)> Lists = new(StringComparer.Ordinal)
    {
        ["shopify"] = ("TOMORROW", [
            "status", "displayFinancialStatus", "displayFulfillmentStatus", "methodType", "reason", "recommendation", "restockType", "action", "unit", "code",
            "countryCodeV2", "countryCodeOfOrigin", "currencyCode", "presentmentCurrencyCode"]),
        ["pulpo"] = ("tomorrow", ["state", "type", "management_type", "third_type", "document_type", "identifier_type"]),
        ["billbee"] = ("Tomorrow", ["State", "Type", "ShipmentType", "PaymentMethod", "VatMode", "AddressType", "ErrorCode"]),
    };

    // Their state is a part of a country.
    private static readonly string[] Places = ["address", "warehouse", "warehouses"];

    /// <summary>The members of an answer that hold such a value, by the names of their owners: <c>fulfillmentOrders.status</c>.</summary>
    public static IEnumerable<string> In(string system, ReadOnlyMemory<byte> body) => Find(system, Parsed(body)).Select(one => one.Name);

    /// <summary>The answer with a value that nobody has heard of in each of the members of a name.</summary>
    public static ReadOnlyMemory<byte> Unknown(string system, string name, ReadOnlyMemory<byte> body)
    {
        if (Parsed(body) is not { } root) return body;
        foreach (var (_, owner, member) in Find(system, root).Where(one => one.Name == name).ToList())
        {
            owner[member] = owner[member]!.GetValueKind() is JsonValueKind.Number ? Number : Lists[system].Word;
        }

        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static IEnumerable<(string Name, JsonObject Owner, string Member)> Find(string system, JsonNode? node, string owner = "") => node switch
    {
        JsonArray items => items.SelectMany(item => Find(system, item, owner)),
        JsonObject members => members.SelectMany(member => member.Value switch
        {
            JsonObject or JsonArray => Find(system, member.Value, member.Key == "nodes" ? owner : member.Key),
            JsonValue value when IsOfList(system, owner, member.Key, value) => [($"{owner}.{member.Key}", members, member.Key)],
            _ => Enumerable.Empty<(string, JsonObject, string)>(),
        }),
        _ => [],
    };

    private static bool IsOfList(string system, string owner, string member, JsonValue value) =>
        Lists[system].Members.Contains(member, StringComparer.Ordinal) && !Places.Contains(owner, StringComparer.Ordinal)
        && value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number;

    private static JsonNode? Parsed(ReadOnlyMemory<byte> body)
    {
        try
        {
            return body.IsEmpty ? null : JsonNode.Parse(body.Span);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
