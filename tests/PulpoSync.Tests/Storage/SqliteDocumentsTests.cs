using System.Text;

namespace PulpoSync.Tests.Storage;

public sealed class SqliteDocumentsTests : IDisposable
{
    private readonly TempStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void Find_gives_what_was_put_also_to_another_process_and_the_last_of_a_name()
    {
        _store.Store.Documents.Put("label|a|1", "first"u8);
        _store.Store.Documents.Put("label|a|1", "%PDF-1.4 Grüße"u8);

        using var other = _store.OpenAnother();

        Assert.Equal("%PDF-1.4 Grüße", Encoding.UTF8.GetString(other.Documents.Find("label|a|1")!));
        Assert.Null(other.Documents.Find("label|a|2"));
    }

    [Fact]
    public void Delete_takes_it_away_and_does_nothing_twice()
    {
        _store.Store.Documents.Put("one", "1"u8);

        _store.Store.Documents.Delete("one");
        _store.Store.Documents.Delete("one");

        Assert.Null(_store.Store.Documents.Find("one"));
    }
}
