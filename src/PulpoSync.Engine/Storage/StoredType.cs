namespace PulpoSync.Engine.Storage;

/// <summary>Reads an integration type from a column.</summary>
internal static class StoredType
{
    public static IntegrationType Read(string stored) => IntegrationTypes.TryParse(stored, out var type)
        ? type
        : throw new InvalidDataException($"The store names a type that is not known: {stored}.");
}
