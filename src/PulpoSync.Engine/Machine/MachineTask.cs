namespace PulpoSync.Engine.Machine;

/// <summary>A task as the operating system is to keep it. All that it says of itself can be read back, so that two can be compared.</summary>
internal sealed record MachineTask(string Name, int Every, string Account, string StorePath, TimeSpan TimeLimit, ProgramCall Run);
