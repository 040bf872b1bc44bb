using System.Text.Json;
using PulpoSync.Sandbox;

namespace PulpoSync.Torture.Secrets;

/// <summary>Vendors that repeat in every answer that goes wrong what they were sent: the secrets, the tokens that they gave, and a customer.</summary>
internal static class TellingVendors
{
    private static readonly FaultKind[] Everywhere =
    [
        FaultKind.Timeout, FaultKind.CutBefore, FaultKind.CutAfter, FaultKind.CutBody, FaultKind.Html, FaultKind.EmptyBody, FaultKind.Redirect,
    ];

    /// <summary>All kinds of faults, each of which hits something in a run of everything.</summary>
    /// <param name="plants">What they repeat.</param>
    /// <param name="tokens">Tokens that they gave.</param>
    public static IReadOnlyList<Fault> Faults(Plants plants, IEnumerable<string> tokens)
    {
        var secrets = string.Join(' ', plants.Secrets.Concat(tokens));
        var telling = JsonSerializer.Serialize($"{plants.Person("Name")} <{plants.Person("Email")}>, {plants.Person("Street")}, {plants.Person("Phone")}: {secrets}");
        return
        [
            .. Everywhere.SelectMany(kind => new[] { "shopify", "pulpo", "billbee" }, (kind, system) => new Fault { Kind = kind, System = system, Status = 502, Nth = 2 }),
            Answer("pulpo", "sales/bulk", 422, $$"""{ "errors": { "ship_to": { "name": [{{telling}}] } } }""", count: 0),
            Answer("pulpo", "third_parties", 422, $$"""{ "errors": [ { "email": {{telling}} } ] }""", count: 0, method: "POST"),
            Answer("pulpo", "sales", 500, $$"""{ "error": {{telling}} }""", method: "POST"),
            Answer("pulpo", "warehouses", 400, $$"""{ "errors": {{telling}} }"""),
            Answer("pulpo", "users/me", 403, $$"""{ "message": {{telling}} }"""),
            Answer("pulpo", "users/me", 200, telling),
            Answer("shopify", "graphql", 401, $$"""{ "errors": {{telling}} }"""),
            Answer("shopify", "graphql", 403, telling),
            Answer("shopify", "graphql", 200, $$"""{ "errors": [ { "message": {{telling}}, "extensions": { "code": "SOMETHING" } } ] }"""),
            Answer("shopify", "graphql", 200, $$"""{ "data": { "orders": {{telling}} } }""", nth: 3),
            Answer("billbee", "orders", 400, $$"""{ "ErrorMessage": {{telling}}, "ErrorCode": 4, "Data": {{telling}} }"""),
            Answer("billbee", "products", 500, $$"""{ "ErrorMessage": {{telling}}, "ErrorDescription": {{telling}} }"""),
            Answer("billbee", "orders", 200, $$"""{ "Paging": { "Page": 1, "TotalPages": 1, "TotalRows": 1 }, "ErrorCode": 0, "Data": [ {{telling}} ] }"""),
            Answer("billbee", "orders", 401, telling),
            new() { Kind = FaultKind.Throttled, System = "shopify" },
            new() { Kind = FaultKind.InternalError, System = "shopify" },
        ];
    }

    private static Fault Answer(string system, string path, int status, string body, int count = 1, int nth = 1, string? method = null) =>
        new() { Kind = FaultKind.Status, System = system, Path = path, Method = method, Status = status, Body = body, Count = count, Nth = nth };
}
