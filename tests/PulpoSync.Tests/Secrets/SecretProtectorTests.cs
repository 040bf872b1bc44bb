using PulpoSync.Engine.Secrets;

namespace PulpoSync.Tests.Secrets;

public sealed class SecretProtectorTests
{
    private readonly SecretProtector _sut = new(Key(1));

    [Theory]
    [InlineData("")]
    [InlineData("shpat_0123456789")]
    [InlineData("pässwörd 🐙")]
    public void Unprotect_gives_the_text_again(string text) => Assert.Equal(text, _sut.UnprotectText(_sut.Protect(text, "here"), "here"));

    [Fact]
    public void Protect_twice_gives_different_bytes() => Assert.NotEqual(_sut.Protect("text", "here"), _sut.Protect("text", "here"));

    [Fact]
    public void Unprotect_elsewhere_gives_nothing() => Assert.Null(_sut.UnprotectText(_sut.Protect("text", "here"), "there"));

    [Fact]
    public void Unprotect_with_another_key_gives_nothing() => Assert.Null(new SecretProtector(Key(2)).UnprotectText(_sut.Protect("text", "here"), "here"));

    [Fact]
    public void Unprotect_after_any_changed_byte_gives_nothing()
    {
        var box = _sut.Protect("text", "here");
        for (var i = 0; i < box.Length; i++)
        {
            var changed = (byte[])box.Clone();
            changed[i] ^= 1;
            Assert.Null(_sut.UnprotectText(changed, "here"));
        }

        Assert.Null(_sut.UnprotectText([], "here"));
    }

    internal static StoreKey Key(byte seed) =>
        StoreKey.Load("unused", name => name == StoreKey.Variable ? Convert.ToBase64String(Enumerable.Repeat(seed, 32).ToArray()) : null);
}
