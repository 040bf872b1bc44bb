using System.Xml.Linq;
using PulpoSync.Engine.Machine.Windows;

namespace PulpoSync.Tests.Machine;

public sealed class TaskXmlTests
{
    private static readonly XNamespace Schema = "http://schemas.microsoft.com/windows/2004/02/mit/task";

    [Theory]
    [InlineData("MultipleInstancesPolicy", "IgnoreNew")]
    [InlineData("StartWhenAvailable", "true")]
    [InlineData("ExecutionTimeLimit", "PT2H")]
    [InlineData("Interval", "PT5M")]
    [InlineData("RunLevel", "LeastPrivilege")]
    [InlineData("Command", "/usr/bin/pwsh")]
    [InlineData("Arguments", @"-NoProfile -File /opt/module/Invoke-PulpoSync.ps1 -StorePath ""C:\My shop\p.db""")]
    [InlineData("Data", @"C:\My shop\p.db")]
    public void Task_says(string element, string expected) =>
        Assert.Equal(expected, XElement.Parse(TaskXml.Write(Some.Task(store: @"C:\My shop\p.db", every: 5), TaskLogon.Password, isTimed: true)).Descendants(Schema + element).Single().Value);

    [Theory]
    [InlineData("LocalService", "S-1-5-19")]
    [InlineData(@"NT AUTHORITY\NETWORK SERVICE", "S-1-5-20")]
    [InlineData("system", "S-1-5-18")]
    [InlineData(@"ACME\pulpo$", @"ACME\pulpo$")]
    public void Accounts_of_Windows_itself_are_named_by_their_number_in_every_language(string account, string expected) =>
        Assert.Equal(expected, XElement.Parse(TaskXml.Write(Some.Task(account), TaskLogon.ServiceAccount, isTimed: true)).Descendants(Schema + "UserId").Single().Value);

    [Theory]
    [InlineData((int)TaskLogon.Password, "Password")]
    [InlineData((int)TaskLogon.ServiceAccount, null)]
    public void Logon_type_is_said_only_where_there_is_a_password(int logon, string? expected) =>
        Assert.Equal(expected, XElement.Parse(TaskXml.Write(Some.Task(), (TaskLogon)logon, isTimed: true)).Descendants(Schema + "LogonType").SingleOrDefault()?.Value);

    [Fact]
    public void Task_without_times_has_no_trigger() =>
        Assert.Empty(XElement.Parse(TaskXml.Write(Some.Task(), TaskLogon.Password, isTimed: false)).Descendants(Schema + "TimeTrigger"));

    [Fact]
    public void Task_is_read_back()
    {
        var task = TaskXml.Read("PulpoSync", TaskXml.Write(Some.Task("LocalService", every: 60), TaskLogon.ServiceAccount, isTimed: true));

        Assert.Equal(("LocalService", 60, "/var/lib/pulposync/pulposync.db", TimeSpan.FromHours(2)), (task!.Account, task.Every, task.StorePath, task.TimeLimit));
    }

    [Fact]
    public void Task_of_somebody_else_is_not_ours() =>
        Assert.Null(TaskXml.Read("x", TaskXml.Write(Some.Task(), TaskLogon.Password, isTimed: true).Replace("<Source>PulpoSync", "<Source>Other", StringComparison.Ordinal)));

    [Theory]
    // Word by word as CommandLineToArgvW parts them.
    [InlineData("plain", "plain")]
    [InlineData("", "\"\"")]
    [InlineData("two words", "\"two words\"")]
    [InlineData(@"C:\ends with\", @"""C:\ends with\\""")]
    [InlineData(@"C:\no\blank\", @"C:\no\blank\")]
    [InlineData("say \"x\"", "\"say \\\"x\\\"\"")]
    [InlineData("back\\\"slash", "\"back\\\\\\\"slash\"")]
    public void Argument_is_quoted_for_Windows(string word, string expected) => Assert.Equal(expected, CommandLine.Join([word]));
}
