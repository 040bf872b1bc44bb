using System.Globalization;
using PulpoSync.Engine.Connectors.Http;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>The one table from Shopify's refusals to failures. Of a vendor's message only code and field get in: the rest may hold anything.</summary>
internal static class ShopifyFailures
{
    /// <summary>The failure that an HTTP status means; null for 2xx.</summary>
    public static Failure? OfStatus(HttpCall call, HttpReply reply, string shop, DateTimeOffset now) => reply.Status switch
    {
        401 => new(
            FailureKind.Authentication, "AccessTokenRefused",
            $"{shop} refused the access token; make a new one in the app's settings and enter it with Set-IntegrationCredential."),
        402 => new(FailureKind.Authorization, "ShopFrozen", $"{shop} is frozen; its owner has to settle the bill at Shopify."),
        403 => new(FailureKind.Authorization, "ShopForbidden", $"{shop} does not let the app in; it may be uninstalled, or the shop may be closed."),
        404 => new(
            FailureKind.Configuration, "ShopNotFound",
            $"There is no shop {shop}, or it does not serve this version of the Admin API; check Address and ApiVersion."),
        423 => new(FailureKind.Authorization, "ShopLocked", $"{shop} is locked by Shopify; its owner has to contact Shopify's support."),
        // A document is ours: where it is refused as such, no record is at fault.
        _ => HttpErrorTable.Of(call, reply, now) is { } failure ? failure with { Kind = failure.IsRecordOnly ? FailureKind.Protocol : failure.Kind } : null,
    };

    /// <summary>A failure inside a 2xx answer that another try may cure; null: none.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="mayShrink">True where the caller answers a timeout with a smaller page instead.</param>
    public static Failure? ToRetry(ShopifyAnswer answer, bool mayShrink)
    {
        if (answer.Errors.Any(error => error.Code == ShopifyError.Throttled))
        {
            return new Failure(FailureKind.RateLimited, "Throttled", "Shopify's query bucket is empty.", answer.Cost?.Wait);
        }

        // With data beside it and a place named, the fault sits in a part of the answer; the caller looks at that part alone.
        if (answer.Errors.Any(error => error.Code == ShopifyError.Internal && (answer.Data is null || error.Node is null)))
        {
            return new Failure(FailureKind.Transient, "ShopifyInternalError", $"Shopify has trouble of its own{Where(answer)}.");
        }

        // Our own earlier try is still at work there: the same request again, a little later, is given its answer.
        if (ShopifyUserError.OfAll(answer.Data).Any(error => error.Code == ShopifyUserError.StillAtWork))
        {
            return new Failure(FailureKind.Transient, "StillAtWork", $"Shopify is still at work on the same request{Where(answer)}.");
        }

        return !mayShrink && answer.Errors.Any(error => error.Code == ShopifyError.Timeout)
            ? new Failure(FailureKind.Transient, "ShopifyTimeout", $"Shopify took too long{Where(answer)}.")
            : null;
    }

    /// <summary>A failure inside a 2xx answer that makes the whole answer useless; null: none.</summary>
    public static Failure? OfAnswer(ShopifyDocument document, ShopifyAnswer answer, string shop)
    {
        if (answer.IgnoredSearchFields.Count > 0)
        {
            // What follows would be every order of the shop.
            var fields = string.Join(", ", answer.IgnoredSearchFields.Distinct());
            return new Failure(FailureKind.Protocol, "SearchIgnored", $"{shop} ignored {fields} in the search of {document.Name}.");
        }

        // What belongs to one node of a list is the caller's to judge, and what is refused for want of a right may be lived without, if anything is left.
        var fatal = answer.Errors.FirstOrDefault(error => answer.IsBare || (error.Node is null && error.Code != ShopifyError.AccessDenied));
        if (fatal is not null) return OfError(document, answer, fatal, shop);
        return answer.Data is null
            ? new Failure(FailureKind.Protocol, "NoData", $"{shop} answered {document.Name} with neither data nor errors{Where(answer)}.")
            : null;
    }

    /// <summary>What one error of an answer means.</summary>
    public static Failure OfError(ShopifyDocument document, ShopifyAnswer answer, ShopifyError error, string shop) => error.Code switch
    {
        ShopifyError.AccessDenied => new(
            FailureKind.Authorization, "AccessDenied",
            $"{shop} refused {document.Name}{At(error)}; the app needs {Words(error.RequiredAccess) ?? "a further access scope"}."),
        ShopifyError.StillAtWork => new(FailureKind.Transient, "StillAtWork", $"{shop} is still at work on an earlier request for {document.Name}."),
        ShopifyError.EarlierFailed => new(FailureKind.Transient, ShopifyError.EarlierFailed, $"{shop} has failed at an earlier request for {document.Name}."),
        "SHOP_INACTIVE" => new(FailureKind.Authorization, "ShopInactive", $"{shop} is not active."),
        ShopifyError.TooDear => new(
            FailureKind.Protocol, "QueryTooDear",
            string.Create(CultureInfo.InvariantCulture, $"{shop} calls {document.Name} dearer than {QueryCost.Most} points{Where(answer)}.")),
        _ => new(
            FailureKind.Protocol, "QueryRefused",
            $"{shop} refused {document.Name} ({error.Code ?? "no code"}){At(error)}{Where(answer)}. "
            + "This is a fault of PulpoSync or of the API version; please report it."),
    };

    private static string At(ShopifyError error) => error.Path.Count == 0 ? "" : $" at {string.Join('.', error.Path)}";

    private static string Where(ShopifyAnswer answer) => answer.RequestId is { } id ? $" (request {id})" : "";

    private static string? Words(string? requiredAccess) => requiredAccess?.Replace("`", "", StringComparison.Ordinal).TrimEnd('.');
}
