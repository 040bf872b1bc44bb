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

    public byte[]? Find(string name)
    {
        if (database.Read(session => session.First("SELECT content FROM documents WHERE name = ?1", row => row.Bytes(0), name)) is not { } box) return null;
        var content = protector.Unprotect(box, Place(name));
        // A document that only another key opens is not one that is gone.
        if (content is null) database.DemandKey();
        return content;
    }

    public void Delete(string name) => database.Write(session => session.Execute("DELETE FROM documents WHERE name = ?1", name));

    /// <summary>Protects all of them by another key. What the first one does not open is deleted: nobody can read it any more.</summary>
    /// <returns>How many.</returns>
    public static int Protect(Session session, SecretProtector from, SecretProtector to)
    {
        var count = 0;
        // One by one: a label is a document of many pages.
        foreach (var name in session.All("SELECT name FROM documents", row => row.Text(0)))
        {
            var content = from.Unprotect(session.First("SELECT content FROM documents WHERE name = ?1", row => row.Bytes(0), name)!, Place(name));
            count += content is null ? 0 : session.Execute("UPDATE documents SET content = ?2 WHERE name = ?1", name, to.Protect(content, Place(name)));
            if (content is null) session.Execute("DELETE FROM documents WHERE name = ?1", name);
        }

        return count;
    }

    private static string Place(string name) => $"document|{name}";
}
