using System.Text.Json.Nodes;
using PulpoSync.Sandbox;
using PulpoSync.Torture.Mutations;

namespace PulpoSync.Torture.Faults;

/// <summary>All classes of faults.</summary>
internal static class Troubles
{
    private const string Shopify = "shopify";
    private const string Pulpo = "pulpo";
    private static readonly IReadOnlyList<(string Name, Func<JsonNode?, JsonNode?> Change)> WrongTypes =
        [.. JsonSpoiler.Changes.Where(change => change.Name is "lists for objects and objects for lists" or "objects for values")];

    private static readonly TimeSpan Jump = TimeSpan.FromHours(3);

    public static IReadOnlyList<Trouble> All { get; } =
    [
        Answer("429 with Retry-After", 429, retryAfter: 2),
        Answer("429", 429),
        Answer("500", 500), Answer("502", 502), Answer("503", 503),
        Of("a redirect", FaultKind.Redirect),
        Of("timeout", FaultKind.Timeout),
        Of("cut before the effect", FaultKind.CutBefore),
        Of("cut after the effect", FaultKind.CutAfter),
        Of("cut within the answer", FaultKind.CutBody),
        Of("HTML, 200", FaultKind.Html, 200),
        Of("HTML, 502", FaultKind.Html, 502),
        Of("empty answer", FaultKind.EmptyBody, 200),
        Spoilt("wrong types", () => body => JsonSpoiler.At(body, 1, Swapped)),
        Spoilt("unknown members", () => Pages.Unknown),
        new("an unknown value", UnknownValue) { IsOfMember = true },
        Of("THROTTLED", FaultKind.Throttled) with { AppliesTo = IsShopify },
        Of("INTERNAL_SERVER_ERROR", FaultKind.InternalError) with { AppliesTo = IsShopify },
        Spoilt("ACCESS_DENIED, partial data", () => Pages.AccessDenied) with { AppliesTo = endpoint => IsShopify(endpoint) && endpoint.Kind is EndpointKind.Read },
        new("a page repeated", place => PagingIgnored(place, Pages.Repeated())) { AppliesTo = IsRead, CanLast = false, IsOfPages = true },
        new("a cursor that never ends", place => PagingIgnored(place, Pages.NeverEnding)) { AppliesTo = IsRead, CanLast = false, IsOfPages = true },
        Of("a filter ignored", FaultKind.FilterIgnored) with { AppliesTo = IsRead },
        Answer("401", 401) with { AppliesTo = endpoint => !IsLogin(endpoint) },
        new("the session ends", SessionEnds) { AppliesTo = endpoint => endpoint.System == Pulpo && !IsLogin(endpoint), CanLast = false },
        Answer("login refused", 401) with { AppliesTo = IsLogin },
        Answer("login ban", 403) with { AppliesTo = IsLogin },
        ClockJump("our clock jumps ahead", Jump),
        ClockJump("our clock jumps back", -Jump),
    ];

    private static Trouble Of(string name, FaultKind kind, int status = 503, double? retryAfter = null) => new(name, place => new Fault
    {
        Kind = kind, System = place.Endpoint.System, Operation = place.Endpoint.Operation, Count = place.Count, Status = status, RetryAfter = retryAfter,
    });

    private static Trouble Answer(string name, int status, double? retryAfter = null) => Of(name, FaultKind.Status, status, retryAfter);

    private static Trouble Spoilt(string name, Func<Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>>> spoil) => new(name, place => new Fault
    {
        Kind = FaultKind.Spoilt, System = place.Endpoint.System, Operation = place.Endpoint.Operation,
        Count = place.Count, Spoil = spoil(),
    });

    // Of every list that is read meanwhile.
    private static Fault PagingIgnored(Trouble.Place place, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> spoil) => new()
    {
        Kind = FaultKind.PagingIgnored, System = place.Endpoint.System, Operation = place.Endpoint.Operation, Count = 0, Spoil = spoil,
    };

    // While the request is answered, the clock of this machine is set.
    private static Trouble ClockJump(string name, TimeSpan jump) => new(name, place => new Fault
    {
        Kind = FaultKind.Spoilt, System = place.Endpoint.System, Operation = place.Endpoint.Operation, Count = 1,
        Spoil = body =>
        {
            place.World.Ours.Skew = jump;
            return body;
        },
    }) { CanLast = false };

    private static Fault UnknownValue(Trouble.Place place) => new()
    {
        Kind = FaultKind.Spoilt, System = place.Endpoint.System, Operation = place.Endpoint.Operation, Count = place.Count,
        Spoil = body => Values.Unknown(place.Endpoint.System, place.Member!, body),
    };

    // The next request after this one is refused.
    private static Fault SessionEnds(Trouble.Place place) => new()
    {
        Kind = FaultKind.Spoilt, System = place.Endpoint.System, Operation = place.Endpoint.Operation, Count = 1,
        Spoil = body =>
        {
            Sessions.End(place.World);
            return body;
        },
    };

    // All that lies at the top of an answer, whatever it is.
    private static JsonNode? Swapped(JsonNode? node) => WrongTypes.Aggregate(node, (one, change) => ReferenceEquals(one, node) ? change.Change(one) : one);

    private static bool IsShopify(Endpoint endpoint) => endpoint.System == Shopify;

    private static bool IsRead(Endpoint endpoint) => endpoint.Kind is EndpointKind.Read;

    private static bool IsLogin(Endpoint endpoint) => endpoint.Kind is EndpointKind.Login;
}
