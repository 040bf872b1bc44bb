using Microsoft.Data.Sqlite;
using PulpoSync.Engine.Storage;

namespace PulpoSync.Tests.Storage;

public sealed class StoreErrorsTests
{
    [Theory]
    [InlineData(5, ErrorIds.StoreBusy, "look for a process that hangs")]
    [InlineData(6, ErrorIds.StoreBusy, "look for a process that hangs")]
    [InlineData(8, ErrorIds.StoreNotWritable, "read and write rights")]
    [InlineData(14, ErrorIds.StoreNotWritable, "read and write rights")]
    [InlineData(10, ErrorIds.StoreNotWritable, "Make room there")]
    [InlineData(13, ErrorIds.StoreNotWritable, "Make room there")]
    [InlineData(26, ErrorIds.StoreInvalid, "move the file away")]
    [InlineData(11, ErrorIds.StoreInvalid, "restore a backup (Get-Help Backup-IntegrationStore tells how)")]
    public void From_says_what_to_do_about_what_SQLite_reports(int code, string errorId, string says)
    {
        var error = StoreErrors.From(new SqliteException("", code), "/data/store.db")!;

        Assert.Equal((errorId, "/data/store.db"), (error.ErrorId, error.Target));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    /// <summary>Rights do not make room.</summary>
    [Theory]
    [InlineData(10)]
    [InlineData(13)]
    public void From_sends_nobody_after_rights_where_the_disk_is_full(int code) =>
        Assert.DoesNotContain("rights", StoreErrors.From(new SqliteException("", code), "/data/store.db")!.Message, StringComparison.Ordinal);
}
