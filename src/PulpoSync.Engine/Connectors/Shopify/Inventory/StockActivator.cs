using System.Text.Json.Nodes;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Shopify.Inventory;

/// <summary>Stocks items at locations, one call for each. What an inactive level still holds is seen with the answer, and set from there.</summary>
internal sealed class StockActivator(ShopifyClient client)
{
    /// <summary>Activates what is not stocked; what is refused is settled.</summary>
    public async Task ActivateAsync(IEnumerable<StockWork> works, CancellationToken cancellationToken)
    {
        foreach (var work in works)
        {
            var variables = new JsonObject { ["item"] = work.Item!.Id, ["location"] = work.Target.LocationKey, ["key"] = Guid.NewGuid().ToString() };
            var answer = await client.MutateAsync(ShopifyDocument.StockActivate, variables, CallKind.IdempotentWrite, cancellationToken).ConfigureAwait(false);
            var payload = answer.Data?.Get("inventoryActivate");
            if (ShelfLevel.Read(payload?.Get("inventoryLevel")) is { IsActive: true } level) work.Item = work.Item with { Level = level };
            else work.Result = WriteResult.Refused(Refusal(work, ShopifyUserError.Read(payload)));
        }
    }

    private static Failure Refusal(StockWork work, IReadOnlyList<ShopifyUserError> errors) => new(
        FailureKind.Data, "ActivateRefused",
        $"Shopify refuses to stock \"{work.Sku}\" at \"{work.Target.Location}\"{(errors.Count == 0 ? "" : $" ({errors[0]})")}.");
}
