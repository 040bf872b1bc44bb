namespace PulpoSync.Tests.Sandbox.Shopify;

/// <summary>Queries that several tests ask.</summary>
internal static class Documents
{
    public const string OrdersPage = """
        query OrdersPage($first: Int!, $after: String, $query: String) {
          orders(first: $first, after: $after, query: $query, sortKey: UPDATED_AT) {
            pageInfo { hasNextPage endCursor }
            nodes { id name updatedAt }
          }
        }
        """;

    public const string Order = """
        query Order($id: ID!) {
          order(id: $id) {
            id name updatedAt cancelledAt displayFinancialStatus displayFulfillmentStatus tags
            lineItems(first: 10) { nodes { quantity currentQuantity unfulfilledQuantity nonFulfillableQuantity } }
            fulfillmentOrders(first: 20) { nodes {
              id status updatedAt assignedLocation { location { name } } supportedActions { action } fulfillmentHolds { reason }
              deliveryMethod { methodType }
              lineItems(first: 10) { nodes { totalQuantity remainingQuantity } } } }
            fulfillments(first: 10) { status displayStatus trackingInfo(first: 5) { company number } fulfillmentLineItems(first: 10) { nodes { quantity } } }
          }
        }
        """;
}
