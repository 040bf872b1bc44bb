namespace PulpoSync.Tests.Connectors.Contract.Shopify;

public sealed class ShopifySystemContract(ShopifyWorld world) : SystemContract<ShopifyWorld>(world);
