using System.Text.Json;

namespace PulpoSync.Cli.Import;

/// <summary>Reads a credential of an import file.</summary>
internal static class CredentialReader
{
    private const string SecretItself =
        """must not be the secret itself. Write where it is kept: {"env":"NAME"}, {"file":"PATH"} or {"vault":"VAULT","name":"NAME"}""";

    public static CredentialDefinition Read(JsonObjectReader entry)
    {
        if (entry.Unknown("name", "system", "address", "fields", "secrets", "sandbox") is { } unknown) throw unknown;
        return new CredentialDefinition
        {
            Name = entry.RequiredText("name"),
            System = entry.RequiredText("system"),
            Address = entry.Text("address"),
            Fields = entry.Object("fields")?.All.ToDictionary(field => field.Name, Field) ?? [],
            Secrets = entry.Object("secrets")?.All.ToDictionary(secret => secret.Name, Secret) ?? [],
            Sandbox = entry.Switch("sandbox"),
        };
    }

    private static string Field((string Name, JsonElement Value, string Path) field) =>
        field.Value.ValueKind is JsonValueKind.String
            ? field.Value.GetString()!
            : throw JsonObjectReader.Invalid(field.Path, $"must be text, not {JsonObjectReader.Word(field.Value.ValueKind)}");

    private static string FullPath(JsonObjectReader entry)
    {
        try
        {
            return Path.GetFullPath(entry.RequiredText("file"));
        }
        catch (Exception e) when (e is ArgumentException or PathTooLongException or NotSupportedException)
        {
            throw JsonObjectReader.Invalid($"{entry.Path}.file", "must be the path of a file");
        }
    }

    private static SecretInput Secret((string Name, JsonElement Value, string Path) secret)
    {
        if (secret.Value.ValueKind is JsonValueKind.String) throw JsonObjectReader.Invalid(secret.Path, SecretItself);
        var entry = new JsonObjectReader(secret.Value, secret.Path);
        var (env, file, vault) = (entry.Text("env"), entry.Text("file"), entry.Text("vault"));
        var places = new[] { env, file, vault }.Count(text => text is not null);
        if (places != 1) throw JsonObjectReader.Invalid(secret.Path, "must have exactly one of env, file and vault");
        if ((vault is null ? entry.Unknown("env", "file", "vault") : entry.Unknown("vault", "name")) is { } unknown) throw unknown;
        return SecretInput.FromReference(
            env is not null ? new SecretReference("env", entry.RequiredText("env"))
            // A relative path would mean another file for the scheduled task, which starts elsewhere.
            : file is not null ? new SecretReference("file", FullPath(entry))
            : new SecretReference("vault", entry.RequiredText("name"), entry.RequiredText("vault")));
    }
}
