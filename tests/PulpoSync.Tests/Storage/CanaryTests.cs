using System.Text;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Tests.Storage;

/// <summary>What must not lie in the files in the clear.</summary>
public sealed class CanaryTests : IDisposable
{
    private const string Secret = "shpat_CANARY-secret";
    private const string Token = "eyJ-CANARY-token";
    private const string Mark = "CANARY-mark";
    private const string Email = "canary@example.com";

    private readonly TempStore _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task Secrets_tokens_and_hashed_content_are_in_no_file_of_the_store()
    {
        var credential = _temp.AddCredential("shop");
        var secrets = new Dictionary<string, SecretInput> { ["AccessToken"] = SecretInput.FromText(Secret) };
        _temp.Store.Credentials.Save(credential with { Secrets = secrets });
        var token = new AccessToken(Token, _temp.Time.GetUtcNow() + TempStore.Minute);
        await _temp.Store.Tokens.GetAsync("pulpo:acme", Mark, null, _ => Task.FromResult(token), CancellationToken.None);
        var lease = _temp.TakeLease(_temp.AddRoute());
        var owner = _temp.AddIntegration("Shop Berlin").Id;
        _temp.Store.Runs.Prepare(lease, [new LedgerRow
        {
            SourceKey = "plain-source-key", Part = "", State = LedgerState.Pending, OwnerId = owner,
            TriedHash = _temp.Store.Hash.Of(Encoding.UTF8.GetBytes(Email)),
        }]);
        Assert.Equal(Secret, _temp.Store.Credentials.Find("shop")!.Secrets["AccessToken"].Text);

        var content = string.Concat(Directory.GetFiles(_temp.Folder).Select(ReadShared));

        Assert.Contains("plain-source-key", content, StringComparison.Ordinal);
        foreach (var canary in new[] { Secret, Token, Mark, Email })
        {
            Assert.DoesNotContain(canary, content, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(canary)).TrimEnd('='), content, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToHexString(Encoding.UTF8.GetBytes(canary)), content, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Replaced_secret_is_gone_from_what_is_read()
    {
        var credential = _temp.AddCredential("shop");
        _temp.Store.Credentials.Save(credential with { Secrets = new Dictionary<string, SecretInput>() });
        Assert.Empty(_temp.Store.Credentials.Find("shop")!.Secrets);
    }

    // The store is open: the database, its log and its index are read beside it.
    private static string ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
