using System.Text.Json;
using PulpoSync.Sandbox;

namespace PulpoSync.Torture.Secrets;

/// <summary>Secrets to look for, and vendors that repeat them, and a customer, in every answer that goes wrong.</summary>
internal static class TellingVendors
{
    // None of them looks like a token, so that only knowing them helps.
    public const string Token = "CANARY/token+1=&\"x\"";
    public const string ClientSecret = "CANARY secret&2+/\"y\"";
    public const string Password = "CANARY pässwörd+3/\"z\"";
    public const string WrongToken = "CANARY/wrong+4=&";
    public const string WrongSecret = "CANARY wrong&5+/";
    public const string WrongPassword = "CANARY falsches pässwort+6";
    private const string Customer = "Anna O'Brien <anna.obrien@example.com>, Hauptstraße 17, +49 30 1234567";

    private static readonly string Telling = JsonSerializer.Serialize($"{Customer} {Token} {ClientSecret} {Password} {WrongPassword}");

    /// <summary>One fault per run. New ones each time: a fault counts what it hits.</summary>
    public static IReadOnlyList<Fault> Faults() =>
    [
        new() { Kind = FaultKind.Status, System = "pulpo", Path = "sales/bulk", Status = 422, Body = $$"""{ "errors": { "ship_to": { "name": [{{Telling}}] } } }""", Count = 0 },
        new() { Kind = FaultKind.Status, System = "pulpo", Path = "third_parties", Method = "POST", Status = 422, Body = $$"""{ "errors": [ { "email": {{Telling}} } ] }""", Count = 0 },
        new() { Kind = FaultKind.Status, System = "pulpo", Path = "sales", Method = "POST", Status = 500, Body = $$"""{ "error": {{Telling}} }""" },
        new() { Kind = FaultKind.Status, System = "pulpo", Path = "warehouses", Status = 400, Body = $$"""{ "errors": {{Telling}} }""" },
        new() { Kind = FaultKind.Status, System = "pulpo", Path = "users/me", Status = 403, Body = $$"""{ "message": {{Telling}} }""" },
        new() { Kind = FaultKind.Status, System = "pulpo", Path = "users/me", Status = 200, Body = Telling },
        new() { Kind = FaultKind.Html, System = "pulpo", Path = "sales", Method = "POST", AfterEffect = true },
        new() { Kind = FaultKind.CutBody, System = "pulpo", Path = "sales", Method = "POST" },
        new() { Kind = FaultKind.CutAfter, System = "pulpo", Path = "third_parties", Method = "POST" },
        new() { Kind = FaultKind.Redirect, System = "pulpo", Path = "products" },
        new() { Kind = FaultKind.Status, System = "shopify", Path = "graphql", Status = 401, Body = $$"""{ "errors": {{Telling}} }""" },
        new() { Kind = FaultKind.Status, System = "shopify", Path = "graphql", Status = 403, Body = Telling },
        new() { Kind = FaultKind.Status, System = "shopify", Path = "graphql", Status = 200, Body = $$"""{ "errors": [ { "message": {{Telling}}, "extensions": { "code": "SOMETHING" } } ] }""" },
        new() { Kind = FaultKind.Status, System = "shopify", Path = "graphql", Nth = 3, Status = 200, Body = $$"""{ "data": { "orders": {{Telling}} } }""" },
        new() { Kind = FaultKind.Throttled, System = "shopify", Path = "graphql" },
        new() { Kind = FaultKind.InternalError, System = "shopify", Path = "graphql" },
        new() { Kind = FaultKind.CutBody, System = "shopify", Path = "graphql" },
    ];
}
