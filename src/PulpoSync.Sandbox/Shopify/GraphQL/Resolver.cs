namespace PulpoSync.Sandbox.Shopify;

/// <summary>Gives the value of a field of an object.</summary>
internal delegate object? Resolver(object source, FieldCall call);
