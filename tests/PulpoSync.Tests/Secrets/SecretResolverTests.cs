using PulpoSync.Engine.Secrets;

namespace PulpoSync.Tests.Secrets;

public sealed class SecretResolverTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pulposync-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Resolve_text_is_the_text() => Assert.Equal("s3cret", new SecretResolver(null).Resolve(SecretInput.FromText("s3cret")));

    [Fact]
    public void Resolve_env_reads_the_variable() =>
        Assert.Equal("s3cret", new SecretResolver(null, name => name == "TOKEN" ? "s3cret" : null).Resolve(Reference("env", "TOKEN")));

    [Theory]
    [InlineData("s3cret", "s3cret")]
    [InlineData("s3cret\n", "s3cret")]
    [InlineData("s3cret\r\n", "s3cret")]
    [InlineData("s3cret \n\n", "s3cret \n")]
    [InlineData("\uFEFFs3cret", "s3cret")]
    public void Resolve_file_leaves_out_the_last_line_break(string content, string expected)
    {
        var file = Path.Combine(_folder, "secret");
        File.WriteAllText(file, content);
        Assert.Equal(expected, new SecretResolver(null).Resolve(Reference("file", file)));
    }

    [Fact]
    public void Resolve_vault_asks_the_host()
    {
        var reference = new SecretReference("vault", "pulpo", "Prod");
        Assert.Equal("s3cret", new SecretResolver(asked => asked == reference ? "s3cret" : null).Resolve(SecretInput.FromReference(reference)));
    }

    public static TheoryData<string, string, string> Missing => new()
    {
        { "env", "NOT_SET", "environment variable NOT_SET is not set for the account" },
        { "file", "/nowhere/secret", "cannot read this file" },
        { "vault", "pulpo", "the vault has no text of this name" },
        { "registry", "x", "env, file and vault only" },
    };

    [Theory]
    [MemberData(nameof(Missing))]
    public void Resolve_missing_secret_says_where_it_was_looked_for(string kind, string name, string expected)
    {
        var error = Assert.Throws<PulpoSyncException>(() => new SecretResolver(_ => null, _ => null).Resolve(Reference(kind, name)));
        Assert.Equal(ErrorIds.SecretNotFound, error.ErrorId);
        Assert.Equal($"{kind}:{name}", error.Target);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_vault_without_a_host_that_can_open_it_says_what_to_do()
    {
        var error = Assert.Throws<PulpoSyncException>(() => new SecretResolver(null).Resolve(Reference("vault", "x")));
        Assert.Contains("SecretManagement", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_vault_that_throws_is_a_missing_secret()
    {
        var sut = new SecretResolver(_ => throw new InvalidOperationException("locked"));
        Assert.Equal(ErrorIds.SecretNotFound, Assert.Throws<PulpoSyncException>(() => sut.Resolve(Reference("vault", "x"))).ErrorId);
    }

    private static SecretInput Reference(string kind, string name) => SecretInput.FromReference(new SecretReference(kind, name));
}
