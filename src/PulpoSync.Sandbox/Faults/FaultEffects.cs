using System.Globalization;
using System.Text;

namespace PulpoSync.Sandbox;

/// <summary>What the kinds of faults do to a request.</summary>
internal static class FaultEffects
{
    private static readonly byte[] Page = "<html><body><h1>Bad gateway</h1></body></html>"u8.ToArray();

    /// <summary>
    /// Lets a fault happen, at its point before or after the request is executed (<paramref name="executed"/>).
    /// Gives the answer to send, or null when none shall arrive; of a released <see cref="FaultKind.HangBefore"/>, that none is there yet.
    /// </summary>
    public static async Task<SandboxAnswer?> ApplyAsync(Fault fault, SandboxAnswer? executed, CancellationToken leaving)
    {
        fault.MarkReached();
        switch (fault.Kind)
        {
            case FaultKind.Timeout:
                await Task.Delay(Timeout.Infinite, leaving);
                return null;
            case FaultKind.HangBefore or FaultKind.HangAfter:
                await fault.Released.WaitAsync(leaving);
                return executed;
            case FaultKind.CutBefore or FaultKind.CutAfter:
                return null;
            case FaultKind.Status:
                return new SandboxAnswer(fault.Status, Encoding.UTF8.GetBytes(fault.Body ?? ""), RetryAfter(fault));
            case FaultKind.Spoilt or FaultKind.PagingIgnored:
                return fault.Spoil is { } spoil ? executed! with { Body = spoil(executed!.Body) } : executed;
            case FaultKind.Html:
                return new SandboxAnswer(fault.Status, Page, new Dictionary<string, string> { ["Content-Type"] = "text/html" });
            case FaultKind.EmptyBody:
                return new SandboxAnswer(fault.Status, default, RetryAfter(fault));
            case FaultKind.Redirect:
                return new SandboxAnswer(StatusCodes.Status302Found, default, new Dictionary<string, string> { ["Location"] = "https://elsewhere.invalid/" });
            default:
                return executed;
        }
    }

    private static Dictionary<string, string>? RetryAfter(Fault fault) =>
        fault.RetryAfter is { } seconds ? new() { ["Retry-After"] = seconds.ToString(CultureInfo.InvariantCulture) } : null;
}
