using System.Text.Json;

namespace PulpoSync.Engine.Setup.Import;

/// <summary>Collects the entries of an import file; a fault becomes an entry of its own and the next one is read.</summary>
internal sealed class EntryCollector
{
    private readonly List<ImportEntry> _entries = [];
    private readonly HashSet<(string Kind, string Name)> _names = [];

    /// <summary>Credentials before integrations, whatever their order in the file: one store may use a credential of another.</summary>
    public IReadOnlyList<ImportEntry> InOrder() => [.. _entries.OrderBy(entry => entry.Kind is "integration")];

    public void AddStore(JsonElement value, string path)
    {
        if (Read("store", null, path, () => new JsonObjectReader(value, path)) is not { } store) return;
        AddFault("store", Name(store), store, () => store.Unknown("name", "settings", "credentials", "integrations"));
        AddCredentials(store);
        var settings = Read("store", Name(store), path, () => IntegrationReader.Settings(store));
        if (settings is null) return;
        foreach (var (entry, entryPath) in Guard("store", Name(store), store, () => store.Array("integrations")))
        {
            Add(
                "integration", entry, entryPath,
                reader => new ImportEntry("integration", null, entryPath) { Config = IntegrationReader.Read(reader), StoreSettings = settings });
        }
    }

    public void AddCredentials(JsonObjectReader holder)
    {
        foreach (var (entry, path) in Guard("file", null, holder, () => holder.Array("credentials")))
        {
            Add("credential", entry, path, CredentialReader.Read);
        }
    }

    public void AddFault(string kind, string? name, JsonObjectReader holder, Func<PulpoSyncException?> check)
    {
        if (check() is { } error) _entries.Add(new ImportEntry(kind, name, holder.Path) { Error = error });
    }

    /// <summary>A list, or nothing and a fault where it is none.</summary>
    public IEnumerable<(JsonElement Value, string Path)> Guard(
        string kind, string? name, JsonObjectReader holder, Func<IEnumerable<(JsonElement Value, string Path)>> read) =>
        Read(kind, name, holder.Path, read) ?? [];

    private void Add(string kind, JsonElement value, string path, Func<JsonObjectReader, ImportEntry> read)
    {
        if (Read(kind, null, path, () => new JsonObjectReader(value, path)) is not { } reader) return;
        var name = Name(reader);
        if (Read(kind, name, path, () => read(reader)) is not { } entry) return;
        var isNew = _names.Add((kind, name!.ToUpperInvariant()));
        _entries.Add(entry with
        {
            Name = name, Error = isNew ? null : JsonObjectReader.Invalid($"{path}.name", $"'{name}' is there twice in this file"),
        });
    }

    private T? Read<T>(string kind, string? name, string path, Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (PulpoSyncException e)
        {
            _entries.Add(new ImportEntry(kind, name, path) { Error = e });
            return null;
        }
    }

    /// <summary>The name for messages, also of an entry that is otherwise wrong.</summary>
    private static string? Name(JsonObjectReader entry) =>
        entry.All.FirstOrDefault(property => property.Name == "name").Value is { ValueKind: JsonValueKind.String } name
            ? name.GetString()!.Trim()
            : null;
}
