namespace PulpoSync.Sandbox.Shopify;

/// <summary>A message that the shop sent to a customer because somebody asked for it. What it says is not emulated.</summary>
public sealed record Notification(Order Order, NotificationKind Kind, DateTimeOffset SentAt);
