using System.Security.Cryptography;
using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Secrets;
using PulpoSync.Engine.Storage;
using PulpoSync.Torture.Processes;

namespace PulpoSync.Tests.Storage;

/// <summary>A store gets a new key: all that the old one protects goes over to it, or nothing; and nobody writes with the old one any more.</summary>
public sealed class KeyChangeTests : IDisposable
{
    private const string Secret = "shpat_canary";

    private readonly TempStore _temp = new();

    public static TheoryData<string, bool> Points => new() { { "keydrawn", false }, { "keychanging", false }, { "keychanged", true }, { "keyplaced", true } };

    private string KeyFile => _temp.Path + ".key";

    private string NewFile => _temp.Path + ".key.new";

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void ChangeKey_protects_all_of_it_with_the_new_key()
    {
        Fill();
        var old = File.ReadAllText(KeyFile);

        var change = _temp.Store.ChangeKey();

        Assert.Equal((_temp.Path, KeyFile, 2, 1, _temp.Time.GetUtcNow()), (change.Path, change.KeySource, change.Secrets, change.Documents, change.ChangedAt));
        Assert.Contains("Backups from before need the old key", change.Advice, StringComparison.Ordinal);
        Assert.NotEqual(old, File.ReadAllText(KeyFile));
        Assert.False(File.Exists(NewFile));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
        AssertWhole();
        File.WriteAllText(KeyFile, old);
        Assert.Equal(ErrorIds.StoreKeyWrong, Assert.Throws<PulpoSyncException>(() => _temp.OpenAnother()).ErrorId);
    }

    [Fact]
    public void ChangeKey_leaves_nothing_that_the_old_key_protected_or_hashed()
    {
        Fill();
        var boxes = Rows("SELECT hex(value) FROM secrets UNION ALL SELECT hex(content) FROM documents UNION ALL SELECT hex(value) FROM tokens").ConvertAll(Convert.FromHexString);
        var texts = Rows("SELECT hash FROM ledger UNION ALL SELECT tried_hash FROM ledger UNION ALL SELECT secret_mark FROM tokens");
        Assert.Equal((4, 3), (boxes.Count, texts.Count));

        _temp.Store.ChangeKey();

        Assert.Equal([null], Rows<string?>("SELECT hash FROM ledger", row => row.TextOrNull(0)));
        Assert.Empty(Rows("SELECT key FROM tokens"));
        _temp.Store.Dispose();
        var disk = Directory.GetFiles(_temp.Folder).SelectMany(File.ReadAllBytes).ToArray();
        Assert.All(boxes.Concat(texts.Select(System.Text.Encoding.UTF8.GetBytes)), needle => Assert.Equal(-1, disk.AsSpan().IndexOf(needle)));
    }

    /// <summary>Killed (SIGKILL) at each point, the store opens with the key that its fingerprint names, and the next opening completes the change.</summary>
    [Theory]
    [MemberData(nameof(Points))]
    public async Task ChangeKey_that_is_killed_leaves_a_store_that_opens(string point, bool isChanged)
    {
        Fill();
        _temp.Store.Dispose();
        var (fingerprint, old) = (Fingerprint(), File.ReadAllText(KeyFile));
        using (var process = ChildProcess.Start(point + ":1", "rekey", "--store", _temp.Path))
        {
            await Task.WhenAny(process.Halted, process.Exited);
            Assert.True(process.Halted.IsCompleted, process.Errors);
            Assert.True(File.Exists(NewFile));
            if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(NewFile));
            await process.KillAsync();
        }

        AssertWhole();

        Assert.Equal(isChanged, fingerprint != Fingerprint());
        Assert.Equal(isChanged, old != File.ReadAllText(KeyFile));
        Assert.Equal(isChanged, !File.Exists(NewFile));
        using (var store = _temp.OpenAnother()) store.ChangeKey();
        Assert.False(File.Exists(NewFile));
        AssertWhole();
    }

    /// <summary>A power cut may leave anything in the file that was being written; its neighbour is whole until that is done.</summary>
    [Theory]
    [InlineData("half a k")]
    [InlineData("")]
    [InlineData(null)]
    public void Open_after_the_key_file_was_half_written_completes_it(string? left)
    {
        Fill();
        _temp.Store.ChangeKey();
        var key = File.ReadAllText(KeyFile);
        File.Move(KeyFile, NewFile);
        if (left is not null) File.WriteAllText(KeyFile, left);

        AssertWhole();

        Assert.Equal(key, File.ReadAllText(KeyFile));
        Assert.False(File.Exists(NewFile));
    }

    /// <summary>A root that changes the key must not take it from the account that the store belongs to.</summary>
    [Fact]
    public void ChangeKey_writes_into_the_key_file_so_that_its_owner_and_rights_stay()
    {
        using var reader = new StreamReader(new FileStream(KeyFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));

        _temp.Store.ChangeKey();

        Assert.Equal(File.ReadAllText(KeyFile), reader.ReadToEnd());
    }

    [Fact]
    public async Task Open_while_the_key_changes_again_and_again_finds_the_right_one()
    {
        Fill();
        using var done = new CancellationTokenSource();
        var opened = new int[3];
        var readers = Enumerable.Range(0, opened.Length).Select(reader => Task.Run(() =>
        {
            for (; !done.IsCancellationRequested; Interlocked.Increment(ref opened[reader]))
            {
                try
                {
                    using var store = _temp.OpenAnother();
                    Assert.Equal(Secret, store.Credentials.Find("shop")!.Secrets["AccessToken"].Text);
                }
                catch (PulpoSyncException e) when (e.Message.Contains("has got another key while this process had it open", StringComparison.Ordinal))
                {
                    // Between opening and reading: said as it is.
                }
            }
        })).ToList();

        // As long as it takes until each reader has met some change; one that has failed waits for nobody.
        for (var i = 0; i < 20 || (Enumerable.Range(0, opened.Length).Any(at => Volatile.Read(ref opened[at]) == 0) && !readers.Exists(reader => reader.IsCompleted)); i++)
        {
            using var store = _temp.OpenAnother();
            store.ChangeKey();
        }

        await done.CancelAsync();
        await Task.WhenAll(readers);
        AssertWhole();
    }

    /// <summary>The next key is drawn where the store's own one still lies when its change could not be completed.</summary>
    [Fact]
    public void ChangeKey_after_one_that_could_not_be_completed_keeps_the_stores_key()
    {
        Fill();
        var old = File.ReadAllText(KeyFile);
        _temp.Store.ChangeKey();
        File.Move(KeyFile, NewFile);
        Directory.CreateDirectory(KeyFile);
        using (var store = _temp.OpenAnother())
        {
            Assert.Equal(NewFile, store.Info.KeySource);
            Directory.Delete(KeyFile);
            File.WriteAllText(KeyFile, old);
            using (var file = _temp.OpenFile()) file.Write(session => session.Execute("UPDATE secrets SET value = zeroblob(40) WHERE credential_id = 2"));

            Assert.Equal(ErrorIds.StoreInvalid, Assert.Throws<PulpoSyncException>(() => store.ChangeKey()).ErrorId);
        }

        AssertWhole();
    }

    [Fact]
    public void ChangeKey_while_a_run_is_at_work_is_refused_and_changes_nothing()
    {
        Fill();
        var old = File.ReadAllText(KeyFile);
        var lease = _temp.TakeLease(_temp.AddRoute());
        using var another = _temp.OpenAnother();

        var error = Assert.Throws<PulpoSyncException>(() => another.ChangeKey());

        Assert.Equal(ErrorIds.StoreBusy, error.ErrorId);
        Assert.Contains("Shop Berlin", error.Message, StringComparison.Ordinal);
        Assert.Contains("Type Stop-Integration * -Wait (or: pulposync stop '*' --wait)", error.Message, StringComparison.Ordinal);
        Assert.Equal(old, File.ReadAllText(KeyFile));
        Assert.False(File.Exists(NewFile));
        _temp.Store.Runs.Leases.Release(lease);
        another.ChangeKey();
        AssertWhole();
    }

    /// <summary>It slept through its lease and the change: what it wakes up with is refused.</summary>
    [Fact]
    public void Process_with_the_old_key_writes_nothing_and_takes_no_secret_for_a_damaged_one()
    {
        Fill();
        var route = _temp.AddRoute();
        var lease = _temp.TakeLease(route);
        using (var another = _temp.OpenAnother())
        {
            _temp.Time.Advance(6 * TempStore.Minute);
            another.ChangeKey();
        }

        var before = Rows("SELECT hex(value) || credential_id FROM secrets");
        var old = _temp.Store;
        Action[] uses =
        [
            () => _temp.AddCredential("new"), () => old.Credentials.Find("shop"), () => old.Credentials.List(), () => old.Documents.Put("label", [1]),
            () => old.Documents.Find("label"), () => old.Runs.Leases.Renew(lease, TempStore.Minute), () => _temp.TakeLease(route), () => old.ChangeKey(),
        ];
        Assert.All(uses, use =>
        {
            var error = Assert.Throws<PulpoSyncException>(use);
            Assert.Equal(ErrorIds.StoreKeyWrong, error.ErrorId);
            Assert.Contains("has got another key while this process had it open", error.Message, StringComparison.Ordinal);
        });
        Assert.Equal(before, Rows("SELECT hex(value) || credential_id FROM secrets"));
        AssertWhole();
    }

    [Fact]
    public async Task Login_of_a_process_with_the_old_key_keeps_no_token()
    {
        Fill();
        using (var another = _temp.OpenAnother()) another.ChangeKey();

        var error = await Assert.ThrowsAsync<PulpoSyncException>(() => LogInAsync(_temp.Store));

        Assert.Equal(ErrorIds.StoreKeyWrong, error.ErrorId);
        Assert.Empty(Rows("SELECT key FROM tokens"));
    }

    [Fact]
    public void Backup_from_before_needs_the_key_of_its_time()
    {
        Fill();
        var (copy, old) = (Path.Combine(_temp.Folder, "copy.db"), File.ReadAllText(KeyFile));
        _temp.Store.Backup(copy, overwrite: false);
        using (var another = _temp.OpenAnother()) another.ChangeKey();
        _temp.Store.Dispose();
        Backups.Restore(copy, _temp.Path);

        var error = Assert.Throws<PulpoSyncException>(() => _temp.OpenAnother());

        Assert.Equal(ErrorIds.StoreKeyWrong, error.ErrorId);
        Assert.Contains("A backup needs the key of its time", error.Message, StringComparison.Ordinal);
        File.WriteAllText(KeyFile, old);
        AssertWhole();
    }

    [Fact]
    public void ChangeKey_of_a_store_with_a_secret_that_was_tampered_with_changes_nothing()
    {
        Fill();
        using (var file = _temp.OpenFile()) file.Write(session => session.Execute("UPDATE secrets SET value = zeroblob(40)"));
        var (fingerprint, old) = (Fingerprint(), File.ReadAllText(KeyFile));

        Assert.Equal(ErrorIds.StoreInvalid, Assert.Throws<PulpoSyncException>(() => _temp.Store.ChangeKey()).ErrorId);

        Assert.Equal((fingerprint, old), (Fingerprint(), File.ReadAllText(KeyFile)));
        Assert.Equal("a label"u8.ToArray(), _temp.Store.Documents.Find("label"));
    }

    [Fact]
    public void ChangeKey_of_a_variable_needs_the_new_one_beside_it_and_then_either_opens()
    {
        var path = Path.Combine(_temp.Folder, "env.db");
        var (old, next) = (Key(), Key());
        Dictionary<string, string> variables = new() { [StoreKey.Variable] = old };
        SqliteStore Open() => SqliteStore.Create(path, _temp.Time, variables.GetValueOrDefault, Migration.All);
        using (var store = Open())
        {
            Assert.All(new[] { "", old }, given =>
            {
                variables[NextKey.Variable] = given;
                var error = Assert.Throws<PulpoSyncException>(() => store.ChangeKey());
                Assert.Equal(ErrorIds.StoreKeyNotFound, error.ErrorId);
                Assert.Contains("openssl rand -base64 32", error.Message, StringComparison.Ordinal);
                Assert.Contains("set PULPOSYNC_KEY_NEW", error.Message, StringComparison.Ordinal);
            });
            variables[NextKey.Variable] = next;
            var change = store.ChangeKey();
            Assert.Equal("PULPOSYNC_KEY_NEW", change.KeySource);
            Assert.Contains("then remove PULPOSYNC_KEY_NEW", change.Advice, StringComparison.Ordinal);
        }

        Assert.Empty(Directory.GetFiles(_temp.Folder, "env.db.key*"));
        using (var store = Open()) Assert.Equal("PULPOSYNC_KEY_NEW", store.Info.KeySource);
        variables[NextKey.Variable] = "";
        Assert.Equal(ErrorIds.StoreKeyWrong, Assert.Throws<PulpoSyncException>(Open).ErrorId);
        variables[StoreKey.Variable] = next;
        using (var store = Open()) Assert.Equal("PULPOSYNC_KEY", store.Info.KeySource);
    }

    private static string Key() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private static Task<string> LogInAsync(SqliteStore store) => store.Tokens.GetAsync(
        "pulpo|https://eu.pulpo.co|ada", "mark", null, _ => Task.FromResult(new AccessToken("token", TempStore.Now.AddDays(9))), CancellationToken.None);

    private void Fill()
    {
        _temp.AddCredential("shop");
        _temp.Store.Documents.Put("label", "a label"u8);
        LogInAsync(_temp.Store).GetAwaiter().GetResult();
        var (integration, route) = (_temp.AddIntegration("Orders").Id, _temp.AddRoute());
        using var file = _temp.OpenFile();
        file.Write(session => session.Execute(
            """
            INSERT INTO ledger (route_id, source_key, part, state, number, ordinal, owner_id, locked, fingerprint, attempts, acknowledgement_due, first_seen_at, changed_at,
                bare_number, bare_key, hash, tried_hash)
            VALUES (?1, 'o', '', 'Written', '1', 0, ?2, 0, '', 0, 0, 0, 0, '1', 'o', ?3, ?4)
            """, route, integration, _temp.Store.Hash.Of("one"u8), _temp.Store.Hash.Of("two"u8)));
    }

    private void AssertWhole()
    {
        using var store = _temp.OpenAnother();
        Assert.Equal(Secret, store.Credentials.Find("shop")!.Secrets["AccessToken"].Text);
        Assert.Equal("a label"u8.ToArray(), store.Documents.Find("label"));
        store.Documents.Put("another", [1]);
    }

    private string Fingerprint() => Assert.Single(Rows("SELECT value FROM meta WHERE name = 'key_fingerprint'"));

    private List<string> Rows(string sql) => Rows(sql, row => row.Text(0));

    private List<T> Rows<T>(string sql, Func<Row, T> read)
    {
        using var file = _temp.OpenFile();
        return file.Read(session => session.All(sql, read));
    }
}
