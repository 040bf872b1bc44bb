using System.Text.Json;

namespace PulpoSync.Engine.Setup.Import;

/// <summary>Reads a credential of an import file.</summary>
internal static class CredentialReader
{
    public static ImportEntry Read(JsonObjectReader entry)
    {
        if (entry.Unknown("name", "system", "address", "fields", "secrets", "sandbox") is { } unknown) throw unknown;
        var secrets = (entry.Object("secrets")?.All ?? [])
            .Select(secret => (secret.Name, secret.Path, Reference: SecretReader.Read(secret.Value, secret.Path))).ToList();
        var name = entry.RequiredText("name");
        return new ImportEntry("credential", name, entry.Path)
        {
            Credential = new CredentialDefinition
            {
                Name = name,
                System = entry.RequiredText("system"),
                Address = entry.Text("address"),
                Fields = entry.Object("fields")?.All.ToDictionary(field => field.Name, Field) ?? [],
                Secrets = secrets.Where(secret => secret.Reference is not null)
                    .ToDictionary(secret => secret.Name, secret => SecretInput.FromReference(secret.Reference!)),
                Sandbox = entry.Switch("sandbox"),
            },
            KeptSecrets = [.. secrets.Where(secret => secret.Reference is null).Select(secret => (secret.Name, secret.Path))],
        };
    }

    private static string Field((string Name, JsonElement Value, string Path) field) =>
        field.Value.ValueKind is JsonValueKind.String
            ? field.Value.GetString()!
            : throw JsonObjectReader.Invalid(field.Path, $"must be text, not {JsonObjectReader.Word(field.Value.ValueKind)}");
}
