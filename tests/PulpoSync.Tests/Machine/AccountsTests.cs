using PulpoSync.Engine.Machine;

namespace PulpoSync.Tests.Machine;

public sealed class AccountsTests
{
    private readonly FakePrograms _programs = new();

    [Theory]
    [InlineData("--help")]
    [InlineData("nobody-of-this-name")]
    public void Require_refuses_what_is_no_account(string account)
    {
        _programs.Answer = _ => new ProgramResult(1, "", "no such user");

        var error = Assert.Throws<PulpoSyncException>(() => new Accounts(_programs).Require(account));

        Assert.Equal(ErrorIds.AccountInvalid, error.ErrorId);
        Assert.DoesNotContain("id --help", string.Join('\n', _programs.Calls), StringComparison.Ordinal);
    }

    [Fact]
    public void RunAs_itself_changes_no_account()
    {
        new Accounts(_programs).RunAs(Accounts.Current, new ProgramCall("/bin/check", "a b"));

        Assert.Equal("/bin/check a b", _programs.Calls[^1]);
    }

    [Fact]
    public void Program_that_is_not_there_ends_as_in_a_shell()
    {
        var result = new Programs().Run(new ProgramCall("/nowhere/program"));

        Assert.Equal(ProgramResult.Missing, result.ExitCode);
        Assert.Contains("/nowhere/program", result.Reason, StringComparison.Ordinal);
    }
}
