using PulpoSync.Engine.Storage;

namespace PulpoSync.Tests.Storage;

public sealed class StorePathTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pulposync-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Resolve_explicit_path_wins_over_the_variable() =>
        Assert.Equal(Path.Combine(_folder, "a.db"), StorePath.Resolve(Path.Combine(_folder, "a.db"), _ => Path.Combine(_folder, "b.db")));

    [Fact]
    public void Resolve_variable_wins_over_the_default() =>
        Assert.Equal(Path.Combine(_folder, "b.db"), StorePath.Resolve(" ", name => name == "PULPOSYNC_STORE" ? Path.Combine(_folder, "b.db") : null));

    [Fact]
    public void Resolve_folder_stands_for_the_file_in_it()
    {
        Assert.Equal(Path.Combine(_folder, "pulposync.db"), StorePath.Resolve(_folder, _ => null));
        var missing = Path.Combine(_folder, "new");
        Assert.Equal(Path.Combine(missing, "pulposync.db"), StorePath.Resolve(missing + Path.DirectorySeparatorChar, _ => null));
    }

    [Fact]
    public void Resolve_relative_path_becomes_a_full_one() => Assert.Equal(Path.GetFullPath("x.db"), StorePath.Resolve("x.db", _ => null));

    [Fact]
    public void Resolve_default_is_a_full_path_and_makes_nothing()
    {
        var path = StorePath.Resolve(null, _ => null);
        Assert.True(Path.IsPathFullyQualified(path));
        Assert.Equal("pulposync.db", Path.GetFileName(path));
    }
}
