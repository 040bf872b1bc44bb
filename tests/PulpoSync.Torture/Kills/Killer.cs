using System.Text.Json;
using PulpoSync.Sandbox;

namespace PulpoSync.Torture.Kills;

/// <summary>Runs the rehearsal's integration as a process, again and again, and kills it. Nothing of this process holds the store meanwhile.</summary>
internal sealed class Killer(Rehearsal rehearsal, Random random, Action<string> say)
{
    private readonly List<Fault> _inFlight = [];
    private readonly List<JsonElement> _events = [];

    /// <summary>What the processes said, all together.</summary>
    public IReadOnlyList<JsonElement> Events => _events;

    /// <summary>Starts a run of the integration.</summary>
    public static ChildProcess Start(Rehearsal rehearsal, string? haltAt) =>
        ChildProcess.Start(haltAt, "run", "Orders", "--store", rehearsal.StorePath, "--json");

    /// <summary>Starts a run and kills it at a moment.</summary>
    public async Task KillAsync(KillMoment moment)
    {
        var traffic = rehearsal.Sandbox.Traffic;
        var begin = traffic.Total;
        var fault = Hold(moment);
        using var process = Start(rehearsal, HaltAt(moment));
        var late = ReleaseAsync(begin + random.Next(20), process);
        var there = moment.Point switch
        {
            KillPoint.AnyMoment => WaitAsync(process, begin + moment.Nth, moment.Delay),
            KillPoint.InFlight or KillPoint.AnswerOut => fault!.Reached,
            _ => process.Halted,
        };
        await Task.WhenAny(there, process.Exited);
        Assert.False(process.Exited.IsCompleted, $"The run ended before it could be killed {moment}. {process.Errors}");
        await process.KillAsync();
        await late;
        // The answer of an executed request has nobody to go to; a request in flight is executed later.
        if (moment.Point is KillPoint.InFlight) _inFlight.Add(fault!);
        else rehearsal.Sandbox.Faults.Clear();
        _events.AddRange(process.Events);
        say($"killed {moment}: {traffic.Total - begin} requests, {process.Events.Count} events, {rehearsal.Tenant.Orders.Count} orders in PULPO");
    }

    /// <summary>Lets a run come to its end.</summary>
    /// <returns>The run's last line.</returns>
    public async Task<JsonElement> FinishAsync()
    {
        using var process = Start(rehearsal, null);
        await ReleaseAsync(rehearsal.Sandbox.Traffic.Total + random.Next(20), process);
        await process.Exited;
        _events.AddRange(process.Events);
        Assert.True(process.ExitCode is 0 or 2, $"Exit code {process.ExitCode}. {process.Errors}");
        return process.Events[^1];
    }

    private static string? HaltAt(KillMoment moment) => moment.Point switch
    {
        KillPoint.Prepared => $"prepared:{moment.Nth}",
        KillPoint.Committing => $"committing:{moment.Nth}",
        KillPoint.Committed => $"committed:{moment.Nth}",
        _ => null,
    };

    private Fault? Hold(KillMoment moment) => moment.Point is KillPoint.InFlight or KillPoint.AnswerOut
        ? rehearsal.Sandbox.Faults.Add(new Fault
        {
            Kind = moment.Point is KillPoint.InFlight ? FaultKind.HangBefore : FaultKind.HangAfter,
            System = "pulpo", Operation = moment.Operation, Nth = moment.Nth, OutlivesClient = true,
        })
        : null;

    // What a dead process had sent is executed while its successor is at work, or after it if that one is dead too.
    private async Task ReleaseAsync(int requests, ChildProcess process)
    {
        var held = _inFlight.ToList();
        _inFlight.Clear();
        if (held.Count == 0) return;
        await WaitAsync(process, requests, TimeSpan.Zero);
        foreach (var fault in held) rehearsal.Sandbox.Faults.Remove(fault.Id);
        await Task.WhenAll(held.Select(fault => fault.Ended));
    }

    private async Task WaitAsync(ChildProcess process, int requests, TimeSpan then)
    {
        while (rehearsal.Sandbox.Traffic.Total < requests && !process.Exited.IsCompleted) await Task.Delay(1);
        await Task.Delay(then);
    }
}
