using PulpoSync.Engine.Machine.Systemd;

namespace PulpoSync.Tests.Machine;

public sealed class UnitTextTests
{
    [Fact]
    public void Service_of_the_machine_runs_as_the_account_and_may_write_where_the_store_is_only()
    {
        var lines = UnitText.Service(Some.Task(), isSystem: true).Split('\n');

        Assert.Contains("User=pulposync", lines);
        Assert.Contains("Type=oneshot", lines);
        Assert.Contains("TimeoutStartSec=7200", lines);
        Assert.Contains("KillSignal=SIGINT", lines);
        Assert.Contains("ProtectSystem=strict", lines);
        Assert.Contains("ReadWritePaths=/var/lib/pulposync", lines);
        Assert.Contains("ExecStart=/usr/bin/pwsh -NoProfile -File /opt/module/Invoke-PulpoSync.ps1 -StorePath /var/lib/pulposync/pulposync.db", lines);
    }

    [Fact]
    public void Service_of_a_user_changes_no_account_and_fences_nothing_off()
    {
        var text = UnitText.Service(Some.Task(), isSystem: false);

        Assert.DoesNotContain("User=", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Protect", text, StringComparison.Ordinal);
        Assert.DoesNotContain("network-online", text, StringComparison.Ordinal);
    }

    [Theory]
    // What systemd would hide from the service must stay visible where the service needs it.
    [InlineData("/var/lib/pulposync/p.db", "/usr/bin/pwsh", "yes", "yes")]
    [InlineData("/home/anna/p.db", "/usr/bin/pwsh", "no", "yes")]
    [InlineData("/var/lib/pulposync/p.db", "/root/.dotnet/pwsh", "no", "yes")]
    [InlineData("/tmp/x/p.db", "/usr/bin/pwsh", "yes", "no")]
    [InlineData("/homes/p.db", "/usr/bin/pwsh", "yes", "yes")]
    public void Fence_leaves_open_what_is_needed(string store, string program, string home, string temporary)
    {
        var lines = UnitText.Service(Some.Task(store: store, program: program), isSystem: true).Split('\n');

        Assert.Contains($"ProtectHome={home}", lines);
        Assert.Contains($"PrivateTmp={temporary}", lines);
    }

    [Theory]
    [InlineData("/opt/pwsh", "/opt/pwsh")]
    [InlineData("/opt/my shop/p.db", "\"/opt/my shop/p.db\"")]
    [InlineData("100%", "100%%")]
    [InlineData("$HOME", "$$HOME")]
    [InlineData("a\"b\\c", "\"a\\\"b\\\\c\"")]
    [InlineData("a'b", "\"a'b\"")]
    [InlineData("", "\"\"")]
    public void Command_word_reaches_the_program_as_it_is(string word, string expected) => Assert.Equal(expected, UnitText.Command(word));

    [Theory]
    [InlineData(1, "OnCalendar=*:0/1")]
    [InlineData(15, "OnCalendar=*:0/15")]
    [InlineData(60, "OnCalendar=hourly")]
    public void Timer_starts_every_so_many_minutes(int every, string line) => Assert.Contains(line, UnitText.Timer(Some.Task(every: every)).Split('\n'));

    [Fact]
    public void File_is_read_back() =>
        Assert.Equal(
            ("PulpoSync", "anna", "/home/anna/my = shop.db", 5),
            UnitFile.Read(UnitText.Service(Some.Task("anna", "/home/anna/my = shop.db", every: 5), isSystem: true)));

    [Theory]
    [InlineData("")]
    [InlineData("[Unit]\nDescription=PulpoSync: made by hand\n[Service]\nUser=pulposync\n")]
    [InlineData("[X-PulpoSync]\nName=PulpoSync\n[Service]\nAccount=x\nStore=y\nEvery=1\n")]
    public void File_of_somebody_else_is_not_ours(string text) => Assert.Null(UnitFile.Read(text));

    [Theory]
    [InlineData("Fri 2026-11-27 16:52:00 UTC", "2026-11-27T16:52:00Z")]
    [InlineData("n/a", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Moment_of_systemctl_is_read(string? text, string? expected) =>
        Assert.Equal(expected is null ? null : DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), SystemControl.Moment(text));
}
