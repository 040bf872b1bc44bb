using PulpoSync.Engine.Machine;

namespace PulpoSync.Tests.Machine;

/// <summary>Programs that only remember how they were called; each ends as it is told to, else with 0.</summary>
internal sealed class FakePrograms : IPrograms
{
    public List<string> Calls { get; } = [];

    public Func<ProgramCall, ProgramResult?> Answer { get; set; } = _ => null;

    public ProgramResult Run(
        ProgramCall call, IReadOnlyDictionary<string, string>? environment = null, bool alone = false, CancellationToken cancellationToken = default)
    {
        Calls.Add(string.Join(' ', call.Arguments.Prepend(call.Program)));
        return Answer(call) ?? new ProgramResult(0, "", "");
    }
}
