namespace PulpoSync.Sandbox.Shopify;

/// <summary>An operation of a valid document, ready to be executed any number of times.</summary>
internal sealed record PlannedOperation(string? Name, bool IsMutation, IReadOnlyList<PlannedVariable> Variables, PlannedField[] Fields, int FieldCount);
