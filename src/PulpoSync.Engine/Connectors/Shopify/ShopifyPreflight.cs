using System.Globalization;
using System.Text.Json.Nodes;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>
/// What must be known before anything is read: who we are, what we may do, where goods ship from. Shopify leaves out silently what we may not see.
/// </summary>
internal sealed class ShopifyPreflight(ShopifyClient client, ShopifyLocations locations, TimeProvider time)
{
    // Shopify hides orders older than 60 days; a day is kept as margin.
    private const int DaysWithoutAllOrders = 59;

    public async Task<CheckResult> RunAsync(CheckRequest request, CancellationToken cancellationToken)
    {
        var answer = await client.QueryAsync(ShopifyDocument.Preflight, [], cancellationToken).ConfigureAwait(false);
        var shop = answer.Data?.Get("shop") ?? default;
        if (shop.Text("myshopifyDomain") is not { } domain)
        {
            return CheckResult.Refused(answer.Errors.FirstOrDefault(error => error.Code == ShopifyError.AccessDenied) is { } denied
                ? ShopifyFailures.OfError(ShopifyDocument.Preflight, answer, denied, client.Shop)
                : new Failure(FailureKind.Protocol, "NoShop", $"{client.Shop} does not say which shop it is."));
        }

        var scopes = new ShopifyScopes(
            answer.Data?.Get("currentAppInstallation")?.Items("accessScopes").Select(scope => scope.Text("handle") ?? "") ?? []);
        var missing = scopes.Missing(ShopifyScopes.NeededFor(request.Type ?? IntegrationType.SalesOrders));
        if (request.Type is { } type && missing.Count > 0) return CheckResult.Refused(MissingScopes(domain, type, missing));

        return new CheckResult
        {
            Account = $"shopify:{domain}",
            AccountName = shop.Text("name"),
            TimeZone = shop.Text("ianaTimezone"),
            Locations = scopes.Has("read_locations") ? await locations.ReadAsync(cancellationToken).ConfigureAwait(false) : [],
            Warnings = [.. VersionWarnings(answer), .. ScopeWarnings(request, scopes, missing), .. PlanWarnings(request, shop.Get("plan")?.Text("publicDisplayName"))],
        };
    }

    private static Failure MissingScopes(string domain, IntegrationType type, IReadOnlyList<string> missing) => new(
        FailureKind.Authorization, "ScopesMissing",
        $"The app may not do all that {type.ToStoredName()} needs at {domain}: add {string.Join(", ", missing)}. "
        + "For an app from the Dev Dashboard: release a version with these scopes and accept it in the shop; "
        + "for a custom app: Settings, Apps, Develop apps, Configuration, then install again.");

    private IEnumerable<string> VersionWarnings(ShopifyAnswer answer)
    {
        if (answer.ServedVersion is { } served && served != client.ApiVersion)
        {
            yield return $"Shopify answers with its API version {served} instead of {client.ApiVersion}, which it does not serve; set ApiVersion to {served}.";
        }

        if (answer.DeprecatedReason is { } reason) yield return $"Shopify calls what PulpoSync asked deprecated: {reason}.";
    }

    private IEnumerable<string> ScopeWarnings(CheckRequest request, ShopifyScopes scopes, IReadOnlyList<string> missing)
    {
        if (request.Type is null)
        {
            if (missing.Count > 0) yield return $"For sales_orders the app lacks {string.Join(", ", missing)}.";
            var others = scopes.Missing(ShopifyScopes.OtherFulfillment);
            if (others.Count > 0)
            {
                yield return $"Without {string.Join(" and ", others)} Shopify shows no fulfilment orders of locations that belong to fulfilment services.";
            }
        }

        if (scopes.Has(ShopifyScopes.AllOrders) || request.Settings.Moment("StartFrom") is not { } start) yield break;
        if (time.GetUtcNow() - start > TimeSpan.FromDays(DaysWithoutAllOrders))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"StartFrom is {start.UtcDateTime:yyyy-MM-dd}, but without the scope {ShopifyScopes.AllOrders} Shopify shows orders of the last 60 days only.");
        }
    }

    private static IEnumerable<string> PlanWarnings(CheckRequest request, string? plan)
    {
        if (request.Type is null or IntegrationType.SalesOrders && string.Equals(plan, "Basic", StringComparison.OrdinalIgnoreCase))
        {
            yield return "The shop is on the plan Basic, on which Shopify may keep name and address of customers from custom apps; "
                + "such orders are skipped as AddressWithheld.";
        }
    }
}
