using System.Diagnostics;
using PulpoSync.Engine.Storage;

namespace PulpoSync.Tests.Storage;

public sealed class ProcessIdentityTests
{
    [Fact]
    public void IsSurelyDead_of_this_process_is_false() => Assert.False(ProcessIdentity.IsSurelyDead(ProcessIdentity.Current));

    [Fact]
    public void IsSurelyDead_turns_true_when_the_process_is_killed()
    {
        using var process = StartIdleProcess();
        var identity = ProcessIdentity.Of(process.Id);
        Assert.False(ProcessIdentity.IsSurelyDead(identity));

        process.Kill();
        process.WaitForExit();

        Assert.True(ProcessIdentity.IsSurelyDead(identity));
    }

    [Fact]
    public void IsSurelyDead_of_a_used_again_id_is_true()
    {
        var parts = ProcessIdentity.Current.Split('/');
        Assert.True(ProcessIdentity.IsSurelyDead($"{parts[0]}/{parts[1]}/{parts[2]}0"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("another-boot:pid:[1]/1/1")]
    [InlineData("/1/1")]
    public void IsSurelyDead_of_what_is_not_of_this_machine_is_false(string identity) => Assert.False(ProcessIdentity.IsSurelyDead(identity));

    [Fact]
    public void IsSurelyDead_without_start_time_is_false_while_the_id_lives()
    {
        var parts = ProcessIdentity.Current.Split('/');
        Assert.False(ProcessIdentity.IsSurelyDead($"{parts[0]}/{parts[1]}/"));
    }

    [Theory]
    [InlineData("11779 (cat) R 11757 11757 8554 0 -1 4194304 103 0 0 0 0 0 0 0 20 0 1 0 223177 3133440", "223177")]
    [InlineData("7 (odd) name) R) S 1 1 1 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 42 0", "42")]
    [InlineData("7 (dead) Z 1 1 1 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 42 0", "ended")]
    [InlineData("", "")]
    public void StartOf_reads_the_start_time_behind_any_name(string stat, string start) => Assert.Equal(start, ProcessIdentity.StartOf(stat));

    internal static Process StartIdleProcess() => OperatingSystem.IsWindows()
        ? Process.Start(new ProcessStartInfo("ping", "-n 600 127.0.0.1") { RedirectStandardOutput = true })!
        : Process.Start("sleep", "600");
}
