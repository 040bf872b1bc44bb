namespace PulpoSync.Sandbox;

/// <summary>
/// A Billbee account to emulate. What Billbee does not document is an option here, marked "inferred", so that a client can be tried against
/// every answer that is possible.
/// </summary>
public sealed record BillbeeOptions
{
    /// <summary>The account's name in the address.</summary>
    public required string Name { get; init; }

    /// <summary>The user name, an e-mail address; case does not count.</summary>
    public string UserName { get; init; } = "api@example.com";

    /// <summary>The API password, which is not the one of the user's login.</summary>
    public string ApiPassword { get; init; } = "sandbox-api-password";

    /// <summary>The developer key that has to come in <c>X-Billbee-Api-Key</c>.</summary>
    public string DeveloperKey { get; init; } = "00000000-sandbox-developer-key";

    /// <summary>Whether the documented limits hold: two requests in any second per endpoint, six reads of one order in any minute.</summary>
    public bool Limited { get; init; } = true;

    /// <summary>The <c>Retry-After</c> header of a 429 in seconds; none by default. Inferred.</summary>
    public double? RetryAfter { get; init; }

    /// <summary>Whether the account has switched its API on; without it every call ends with error code 1.</summary>
    public bool ApiActivated { get; init; } = true;

    /// <summary>The order of lists. Inferred.</summary>
    public BillbeeListOrder ListOrder { get; init; } = BillbeeListOrder.ById;

    /// <summary>How times are written. Inferred.</summary>
    public BillbeeTimes Times { get; init; } = BillbeeTimes.WithoutZone;

    /// <summary>The account's zone: the distance from UTC of times without zone, in answers and in filters. Inferred.</summary>
    public TimeSpan UtcOffset { get; init; }

    /// <summary>Whether <c>ErrorDescription</c> is the code's name, as was seen, instead of its number, as the contract says.</summary>
    public bool ErrorDescriptionAsText { get; init; }

    /// <summary>The form of refusals. Inferred.</summary>
    public BillbeeErrorStyle ErrorStyle { get; init; } = BillbeeErrorStyle.Envelope;

    /// <summary>The status for an order or article that does not exist: 404, or 200 with its error code. Inferred.</summary>
    public int MissingStatus { get; init; } = 404;

    /// <summary>The status for what is refused otherwise: 400, or 200 or 500 with an error code. Inferred.</summary>
    public int RefusalStatus { get; init; } = 400;

    /// <summary>Whether the list of shop accounts is a bare array, as seen, instead of being in the envelope.</summary>
    public bool BareShopAccounts { get; init; } = true;

    /// <summary>
    /// Whether orders move the quantities of the default location, as Billbee's help describes it: taken off when they are ordered, open until they are shipped.
    /// </summary>
    public bool OrdersMoveStock { get; init; } = true;

    /// <summary>Whether the account tells its stock locations; inferred that one without several may tell none.</summary>
    public bool TellsStocks { get; init; } = true;
}
