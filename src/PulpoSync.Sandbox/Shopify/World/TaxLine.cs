namespace PulpoSync.Sandbox.Shopify;

/// <summary>A tax on a line or on shipping.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Rate">The rate as a fraction: 0.19.</param>
/// <param name="Amount">The tax in the shop's currency.</param>
public sealed record TaxLine(string Title, double Rate, decimal Amount);
