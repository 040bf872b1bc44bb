using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Secrets;

namespace PulpoSync.Engine.Storage;

/// <summary>Documents in the store. A label shows name and address: it is protected as secrets are.</summary>
internal sealed class SqliteDocuments(Database database, SecretProtector protector, TimeProvider time) : IDocuments
{
    public void Put(string name, ReadOnlySpan<byte> content)
    {
        var box = protector.Protect(content, Place(name));
        database.Write(session => session.Execute(
            """
            INSERT INTO documents (name, content, kept_at) VALUES (?1, ?2, ?3)
            ON CONFLICT (name) DO UPDATE SET content = excluded.content, kept_at = excluded.kept_at
            """, name, box, time.GetUtcNow()));
    }

    public byte[]? Find(string name) =>
        database.Read(session => session.First("SELECT content FROM documents WHERE name = ?1", row => row.Bytes(0), name)) is { } box
            ? protector.Unprotect(box, Place(name))
            : null;

    public void Delete(string name) => database.Write(session => session.Execute("DELETE FROM documents WHERE name = ?1", name));

    private static string Place(string name) => $"document|{name}";
}
