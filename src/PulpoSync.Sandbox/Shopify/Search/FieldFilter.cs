namespace PulpoSync.Sandbox.Shopify;

/// <summary>Whether an object meets a term; null when the term's value is not accepted.</summary>
internal delegate bool? FieldFilter<in T>(T item, SearchNode.Term term, ShopifyShop shop);
