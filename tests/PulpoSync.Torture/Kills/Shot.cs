using System.Text.Json;

namespace PulpoSync.Torture.Kills;

/// <summary>What became of a process that was to be killed.</summary>
/// <param name="IsHit">False where it had ended before.</param>
/// <param name="Requests">How many requests it sent.</param>
/// <param name="Events">What it said.</param>
/// <param name="Errors">What it wrote to standard error.</param>
internal sealed record Shot(bool IsHit, int Requests, IReadOnlyList<JsonElement> Events, string Errors)
{
    /// <summary>The integration whose run was under way at the end; null: none.</summary>
    public string? Running
    {
        get
        {
            string? running = null;
            foreach (var line in Events)
            {
                if (Is(line, "runStarted")) running = line.GetProperty("integration").GetString();
                else if (Is(line, "runFinished")) running = null;
            }

            return running;
        }
    }

    /// <summary>The lines of one event.</summary>
    public IEnumerable<JsonElement> Of(string name) => Events.Where(line => Is(line, name));

    private static bool Is(JsonElement line, string name) => line.GetProperty("event").GetString() == name;
}
