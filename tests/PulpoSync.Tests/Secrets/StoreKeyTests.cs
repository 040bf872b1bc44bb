using System.Text;
using PulpoSync.Engine.Secrets;

namespace PulpoSync.Tests.Secrets;

public sealed class StoreKeyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pulposync-test-").FullName;

    private string StorePath => Path.Combine(_folder, "pulposync.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void LoadOrCreate_makes_a_random_key_once()
    {
        var first = StoreKey.LoadOrCreate(StorePath, _ => null, out var created);
        Assert.True(created);
        Assert.Equal(first.Fingerprint, StoreKey.LoadOrCreate(StorePath, _ => null, out created).Fingerprint);
        Assert.False(created);
        File.Delete(StorePath + ".key");
        Assert.NotEqual(first.Fingerprint, StoreKey.LoadOrCreate(StorePath, _ => null, out _).Fingerprint);
    }

    [Theory]
    [InlineData("not base64 at all!")]
    [InlineData("c2hvcnQ=")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData(" ")]
    public void Load_malformed_key_says_what_is_expected_without_showing_it(string text)
    {
        var error = Assert.Throws<PulpoSyncException>(() => StoreKey.Load(StorePath, _ => text));
        Assert.Equal(ErrorIds.StoreKeyWrong, error.ErrorId);
        Assert.Contains("PULPOSYNC_KEY does not hold a key: 32 bytes in base64", error.Message, StringComparison.Ordinal);
        if (text.Length > 1) Assert.DoesNotContain(text, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_variable_wins_over_the_file()
    {
        StoreKey.LoadOrCreate(StorePath, _ => null, out _);
        Assert.Equal("PULPOSYNC_KEY", StoreKey.Load(StorePath, _ => Convert.ToBase64String(new byte[32])).Source);
    }

    [Fact]
    public void Derive_differs_by_purpose_and_never_gives_the_key_itself()
    {
        var key = SecretProtectorTests.Key(1);
        Assert.NotEqual(key.Derive("a"), key.Derive("b"));
        Assert.Equal(key.Derive("a"), key.Derive("a"));
        Assert.NotEqual(Enumerable.Repeat((byte)1, 32), key.Derive("a"));
    }

    [Fact]
    public void KeyedHash_depends_on_key_purpose_and_content()
    {
        var content = Encoding.UTF8.GetBytes("content");
        var hash = new KeyedHash(SecretProtectorTests.Key(1), "content").Of(content);
        Assert.Matches("^[0-9A-F]{32}$", hash);
        Assert.Equal(hash, new KeyedHash(SecretProtectorTests.Key(1), "content").Of(content));
        Assert.NotEqual(hash, new KeyedHash(SecretProtectorTests.Key(2), "content").Of(content));
        Assert.NotEqual(hash, new KeyedHash(SecretProtectorTests.Key(1), "other").Of(content));
        Assert.NotEqual(hash, new KeyedHash(SecretProtectorTests.Key(1), "content").Of([.. content, 0]));
    }
}
