using PulpoSync.Engine.Storage;

namespace PulpoSync.Tests.Storage;

public sealed class NetworkPathTests
{
    private static readonly string[] Mounts =
    [
        "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw",
        "23 22 0:40 / /mnt/nas rw,relatime shared:2 master:3 - nfs4 nas:/export rw,addr=10.0.0.1",
        "24 23 8:2 / /mnt/nas/local rw - xfs /dev/sdb1 rw",
        @"25 22 0:41 / /mnt/with\040blank rw - cifs //server/share rw",
        "26 22 0:42 / /srv rw - ext4 /dev/sdc1 rw",
        "27 22 0:43 / /srv rw - fuse.sshfs host:/ rw",
        "a line that is none",
    ];

    [Theory]
    [InlineData("/var/lib/pulposync/pulposync.db", null)]
    [InlineData("/mnt/nas/pulposync.db", "nfs4 at /mnt/nas")]
    [InlineData("/mnt/nas", "nfs4 at /mnt/nas")]
    [InlineData("/mnt/nasty/pulposync.db", null)]
    [InlineData("/mnt/nas/local/pulposync.db", null)]
    [InlineData("/mnt/with blank/pulposync.db", "cifs at /mnt/with blank")]
    [InlineData("/srv/pulposync.db", "fuse.sshfs at /srv")]
    public void FromMountTable_deepest_mount_decides(string path, string? expected) =>
        Assert.Equal(expected, NetworkPath.FromMountTable(path, Mounts));

    [Fact]
    public void RealPath_follows_links_of_folders_and_keeps_what_is_not_there()
    {
        var folder = Directory.CreateTempSubdirectory("pulposync-test-").FullName;
        try
        {
            var real = Directory.CreateDirectory(Path.Combine(folder, "real")).FullName;
            Directory.CreateSymbolicLink(Path.Combine(folder, "link"), real);
            Assert.Equal(Path.Combine(real, "new", "pulposync.db"), NetworkPath.RealPath(Path.Combine(folder, "link", "new", "pulposync.db")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Describe_local_folder_is_no_network_path() => Assert.Null(NetworkPath.Describe(Path.Combine(Path.GetTempPath(), "pulposync.db")));
}
