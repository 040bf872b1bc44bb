using PulpoSync.Engine.Machine;
using PulpoSync.Engine.Machine.Windows;

namespace PulpoSync.Tests.Machine;

/// <summary>What is asked of the Task Scheduler, which itself is not here.</summary>
public sealed class WindowsTasksTests
{
    private const string Store = @"C:\ProgramData\PulpoSync\pulposync.db";
    private readonly FakeTaskService _service = new();

    private ScheduleSetup Setup => new(new WindowsTasks(_service));

    [Fact]
    public void Register_tries_the_task_under_its_account_before_it_makes_it()
    {
        var made = Setup.Register(Some.Definition(), Store, CancellationToken.None);

        Assert.Equal(ScheduleChange.Created, made.Change);
        Assert.Equal(("PulpoSync", "LocalService", Store, 1), (made.Name, made.Account, made.StorePath, made.Every));
        Assert.Equal(
            [
                @"register \PulpoSync\PulpoSync check S-1-5-19 ServiceAccount", @"run \PulpoSync\PulpoSync check", @"delete \PulpoSync\PulpoSync check",
                @"register \PulpoSync\PulpoSync S-1-5-19 ServiceAccount",
            ],
            _service.Calls);
    }

    [Theory]
    [InlineData(5, "Initialize-IntegrationStore")]
    [InlineData(64, "Install-PSResource")]
    public void Register_makes_nothing_when_the_check_fails(int exitCode, string next)
    {
        _service.ExitCode = exitCode;

        var error = Assert.Throws<PulpoSyncException>(() => Setup.Register(Some.Definition(), Store, CancellationToken.None));

        Assert.Equal(ErrorIds.ScheduleCheckFailed, error.ErrorId);
        Assert.Contains(next, error.Message, StringComparison.Ordinal);
        Assert.Empty(Setup.Get(null));
        Assert.Equal(@"delete \PulpoSync\PulpoSync check", _service.Calls[^1]);
    }

    [Fact]
    public void Register_again_changes_only_what_is_different()
    {
        Setup.Register(Some.Definition(), Store, CancellationToken.None);

        Assert.Equal(ScheduleChange.Unchanged, Setup.Register(Some.Definition(), Store, CancellationToken.None).Change);
        Assert.Equal(ScheduleChange.Changed, Setup.Register(Some.Definition(every: 5), Store, CancellationToken.None).Change);
        Assert.Equal(ScheduleChange.Changed, Setup.Register(Some.Definition(every: 5), @"D:\p.db", CancellationToken.None).Change);
    }

    [Fact]
    public void Register_with_a_password_writes_it_anew_each_time()
    {
        var definition = Some.Definition(@"ACME\anna", SecretInput.FromText("secret"));
        Setup.Register(definition, Store, CancellationToken.None);

        Assert.Equal(ScheduleChange.Changed, Setup.Register(definition, Store, CancellationToken.None).Change);
        Assert.Equal(@"register \PulpoSync\PulpoSync ACME\anna Password with password", _service.Calls[^1]);
    }

    [Theory]
    [InlineData(@"ACME\pulpo$")]
    [InlineData(@"ACME\pulpo")]
    public void Register_asks_no_password_for_a_group_managed_account(string account)
    {
        var made = Setup.Register(Some.Definition(account, isGroupManaged: true), Store, CancellationToken.None);

        Assert.Equal(@"ACME\pulpo$", made.Account);
        Assert.Equal(@"register \PulpoSync\PulpoSync ACME\pulpo$ Password", _service.Calls[^1]);
    }

    [Fact]
    public void Register_asks_for_the_password_of_a_person()
    {
        var error = Assert.Throws<PulpoSyncException>(() => Setup.Register(Some.Definition(@"ACME\anna"), Store, CancellationToken.None));

        Assert.Equal(ErrorIds.AccountInvalid, error.ErrorId);
        Assert.Empty(_service.Calls);
    }

    [Fact]
    public void Unregister_removes_what_is_there()
    {
        Setup.Register(Some.Definition(), Store, CancellationToken.None);

        Setup.Unregister("pulposync");

        Assert.Equal(ErrorIds.ScheduleNotFound, Assert.Throws<PulpoSyncException>(() => Setup.Get("PulpoSync")).ErrorId);
    }
}
