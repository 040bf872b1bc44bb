using PulpoSync.Sandbox;

namespace PulpoSync.Torture.Kills;

/// <summary>Starts runs as processes of their own, again and again, and kills them. Nothing of this process holds the store meanwhile.</summary>
/// <param name="sandbox">Vendors.</param>
/// <param name="random">Draws when a request that was in flight is executed.</param>
internal sealed class Killer(SandboxHost sandbox, Random random)
{
    // As long as a request of a dead process can be under way at a vendor who is waited for, less what a machine under load may lose.
    private static readonly TimeSpan OnTheWire = TimeSpan.FromSeconds(80);

    private readonly List<HeldRequest> _inFlight = [];

    /// <summary>True where a request of a dead process is still to be executed: the next process should be the successor.</summary>
    public bool IsWaiting => _inFlight.Count > 0;

    /// <summary>Starts a run and kills it at a moment.</summary>
    /// <param name="moment">Moment.</param>
    /// <param name="start">Starts it; takes the point at which it is to halt.</param>
    public async Task<Shot> KillAsync(KillMoment moment, Func<string?, ChildProcess> start)
    {
        var begin = sandbox.Traffic.Total;
        var held = moment.IsOfRequest ? Hold(moment) : [];
        using var process = start(moment.HaltAt);
        var late = ReleaseAsync(begin + LateBy(), process);
        var there = moment.Point is KillPoint.AnyMoment ? WaitAsync(process, begin + moment.Nth, moment.Delay, null)
            : moment.IsOfRequest ? Task.WhenAny(held.Select(fault => fault.Reached))
            : process.Halted;
        await Task.WhenAny(there, process.Exited);
        var isHit = !process.Exited.IsCompleted;
        if (isHit) await process.KillAsync();
        await process.Exited;
        await late;
        await LetGoAsync(moment, held);
        return new Shot(isHit, sandbox.Traffic.Total - begin, process.Events, process.Errors);
    }

    /// <summary>Lets a run come to its end.</summary>
    /// <param name="start">Starts it.</param>
    public async Task<Shot> FinishAsync(Func<string?, ChildProcess> start)
    {
        var begin = sandbox.Traffic.Total;
        using var process = start(null);
        await ReleaseAsync(begin + LateBy(), process);
        await process.Exited;
        return new Shot(false, sandbox.Traffic.Total - begin, process.Events, process.Errors);
    }

    /// <summary>Has what is still held executed now.</summary>
    public Task ExecuteAsync() => ReleaseAsync(0, null);

    // At the first request of the successor, amid its work, or after it.
    private int LateBy() => random.Next(4) == 0 ? int.MaxValue / 2 : random.Next(20);

    private List<Fault> Hold(KillMoment moment) =>
    [
        .. moment.Calls.Select(call => sandbox.Faults.Add(new Fault
        {
            Kind = moment.Point is KillPoint.InFlight ? FaultKind.HangBefore : FaultKind.HangAfter,
            System = call.System, Operation = call.Operation, Nth = moment.Nth, OutlivesClient = true,
        })),
    ];

    // The answer of an executed request has nobody to go to; a request in flight is executed later.
    private async Task LetGoAsync(KillMoment moment, List<Fault> held)
    {
        foreach (var fault in held)
        {
            if (moment.Point is KillPoint.InFlight && fault.IsReached) _inFlight.Add(new HeldRequest(fault, LastMoment(fault)));
            else sandbox.Faults.Remove(fault.Id);
            if (moment.Point is KillPoint.AnswerOut && fault.IsReached) await fault.Ended;
        }
    }

    // A warehouse refuses a second record of the same number whenever the first one arrives; the others are waited for, so their time is limited.
    private DateTimeOffset? LastMoment(Fault fault) => fault.System == "pulpo" ? null : sandbox.Time.GetUtcNow() + OnTheWire;

    // What a dead process had sent is executed while its successor is at work, or after it if that one is dead too.
    private async Task ReleaseAsync(int requests, ChildProcess? process)
    {
        var held = _inFlight.ToList();
        _inFlight.Clear();
        foreach (var (fault, until) in held)
        {
            if (process is not null) await WaitAsync(process, requests, TimeSpan.Zero, until);
            sandbox.Faults.Remove(fault.Id);
        }

        await Task.WhenAll(held.Select(one => one.Fault.Ended));
    }

    private async Task WaitAsync(ChildProcess process, int requests, TimeSpan then, DateTimeOffset? until)
    {
        while (sandbox.Traffic.Total < requests && !process.Exited.IsCompleted && !(sandbox.Time.GetUtcNow() > until)) await Task.Delay(1);
        await Task.Delay(then);
    }
}
