namespace PulpoSync.Engine.Machine.Windows;

/// <summary>How the Task Scheduler gets hold of an account; the numbers are its own (TASK_LOGON_TYPE).</summary>
internal enum TaskLogon
{
    /// <summary>By a password: the one given, or the domain's for a group-managed account.</summary>
    Password = 1,

    /// <summary>An account of Windows itself.</summary>
    ServiceAccount = 5,
}
