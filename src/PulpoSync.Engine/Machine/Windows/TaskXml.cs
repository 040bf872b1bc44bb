using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace PulpoSync.Engine.Machine.Windows;

/// <summary>A task in the Task Scheduler's XML. Pure.</summary>
internal static class TaskXml
{
    /// <summary>Written into every task of ours.</summary>
    public const string Source = "PulpoSync";

    private static readonly XNamespace Schema = "http://schemas.microsoft.com/windows/2004/02/mit/task";

    /// <summary>The task's XML.</summary>
    /// <param name="task">The task.</param>
    /// <param name="logon">How the account is got hold of.</param>
    /// <param name="isTimed">False: it runs only when it is started.</param>
    public static string Write(MachineTask task, TaskLogon logon, bool isTimed) => new XDocument(new XElement(
        Schema + "Task", new XAttribute("version", "1.4"),
        Element("RegistrationInfo", Element("Source", Source), Element("Description", "Runs the integrations that are due.")),
        Element("Triggers", isTimed ? Trigger(task.Every) : null),
        Element("Principals", new XElement(
            Schema + "Principal", new XAttribute("id", "Author"),
            Element("UserId", ServiceAccount.SidOf(task.Account) ?? task.Account),
            logon == TaskLogon.Password ? Element("LogonType", "Password") : null,
            Element("RunLevel", "LeastPrivilege"))),
        // In the order that the schema asks for.
        Element("Settings",
            Element("MultipleInstancesPolicy", "IgnoreNew"),
            Element("DisallowStartIfOnBatteries", "false"),
            Element("StopIfGoingOnBatteries", "false"),
            Element("StartWhenAvailable", "true"),
            Element("RunOnlyIfNetworkAvailable", "false"),
            Element("Enabled", "true"),
            Element("ExecutionTimeLimit", XmlConvert.ToString(task.TimeLimit))),
        Element("Data", task.StorePath),
        new XElement(
            Schema + "Actions", new XAttribute("Context", "Author"),
            Element("Exec", Element("Command", task.Run.Program), Element("Arguments", CommandLine.Join(task.Run.Arguments)))))).ToString();

    /// <summary>What a task of ours says of itself; null where it is another's.</summary>
    /// <param name="name">The task's name.</param>
    /// <param name="xml">Its XML, as the Task Scheduler gives it back.</param>
    public static MachineTask? Read(string name, string xml)
    {
        var task = XElement.Parse(xml);
        string Text(string element) => task.Descendants(Schema + element).FirstOrDefault()?.Value ?? "";
        if (Text("Source") != Source || Text("Data").Length == 0) return null;
        var every = Text("Interval");
        return new MachineTask(
            name,
            every.Length == 0 ? 0 : (int)XmlConvert.ToTimeSpan(every).TotalMinutes,
            ServiceAccount.NameOf(Text("UserId")),
            Text("Data"),
            XmlConvert.ToTimeSpan(Text("ExecutionTimeLimit")),
            new ProgramCall(Text("Command"), Text("Arguments")));
    }

    // The start lies in the past and never changes, so that the same task always is the same text.
    private static XElement Trigger(int every) => Element("TimeTrigger",
        Element("Repetition",
            Element("Interval", string.Create(CultureInfo.InvariantCulture, $"PT{every}M")),
            Element("StopAtDurationEnd", "false")),
        Element("StartBoundary", "2026-01-01T00:00:00"),
        Element("Enabled", "true"));

    private static XElement Element(string name, params object?[] content) => new(Schema + name, content);
}
