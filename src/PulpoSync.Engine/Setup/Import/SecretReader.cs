using System.Text.Json;

namespace PulpoSync.Engine.Setup.Import;

/// <summary>Reads and writes where a secret is kept, in the words of an import file.</summary>
internal static class SecretReader
{
    /// <summary>What to write instead of a secret.</summary>
    public const string Places = """Write where it is kept: {"env":"NAME"}, {"file":"PATH"} or {"vault":"VAULT","name":"NAME"}""";

    private const string Env = "env";
    private const string File = "file";
    private const string Vault = "vault";
    private const string Stored = "stored";

    /// <summary>Where a secret is kept; null: in the store itself, whose secrets are in no file.</summary>
    public static SecretReference? Read(JsonElement value, string path)
    {
        if (value.ValueKind is JsonValueKind.String) throw JsonObjectReader.Invalid(path, $"must not be the secret itself. {Places}");
        var entry = new JsonObjectReader(value, path);
        var (env, file, vault, stored) = (entry.Text(Env), entry.Text(File), entry.Text(Vault), entry.Switch(Stored) is true ? Stored : null);
        if (new[] { env, file, vault, stored }.Count(text => text is not null) != 1)
            throw JsonObjectReader.Invalid(path, "must have exactly one of env, file, vault and stored");
        if ((vault is null ? entry.Unknown(Env, File, Vault, Stored) : entry.Unknown(Vault, "name")) is { } unknown) throw unknown;
        return env is not null ? new SecretReference(Env, entry.RequiredText(Env))
            // A relative path would mean another file for the scheduled task, which starts elsewhere.
            : file is not null ? new SecretReference(File, FullPath(entry))
            : vault is not null ? new SecretReference(Vault, entry.RequiredText("name"), vault.Length > 0 ? vault : null)
            : null;
    }

    private static string FullPath(JsonObjectReader entry)
    {
        try
        {
            return Path.GetFullPath(entry.RequiredText(File));
        }
        catch (Exception e) when (e is ArgumentException or PathTooLongException or NotSupportedException)
        {
            throw JsonObjectReader.Invalid($"{entry.Path}.{File}", "must be the path of a file");
        }
    }

    /// <summary>The properties that <see cref="Read"/> understands.</summary>
    public static IEnumerable<(string Name, object Value)> Write(SecretInput secret) => secret.Reference switch
    {
        null => [(Stored, true)],
        { Kind: Vault } reference => [(Vault, reference.Vault ?? ""), ("name", reference.Name)],
        var reference => [(reference.Kind, reference.Name)],
    };
}
