using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Flows;

namespace PulpoSync.Engine.Runs;

/// <summary>Whether what a flow must know of the other direction was read since the integration's last run: stock is not told while orders are late.</summary>
internal sealed class ReadFirst(IIntegrationStore integrations)
{
    /// <summary>What a run has to wait for, for people; null: nothing.</summary>
    /// <exception cref="FailureException">There is nothing that could be waited for.</exception>
    public string? WaitsFor(FlowDefinition flow, StoredIntegration integration, SettingBag settings)
    {
        if (flow.ReadFirstSwitch is { } name && !settings.Switch(name)) return null;
        foreach (var type in flow.ReadFirst)
        {
            var others = integrations.Opposite(integration.Id, type);
            if (others.Count == 0 && type == flow.ReadFirst[0]) throw new FailureException(Missing(flow, type));
            var read = others.Max(other => other.ReadAt);
            if (others.Count == 0 || read > (integration.LastStartedAt ?? DateTimeOffset.MinValue)) continue;
            var last = read is null ? "never" : $"at {read:yyyy-MM-dd HH:mm:ss} UTC";
            return $"waits for \"{others[0].Name}\", which last read its source to the end {last}; it has to do so again before each run of this one "
                + $"(Start-Integration \"{others[0].Name}\")";
        }

        return null;
    }

    private static Failure Missing(FlowDefinition flow, IntegrationType type) => new(
        FailureKind.Configuration, "NothingReadFirst",
        $"{flow.Type.ToStoredName()} needs an integration of type {type.ToStoredName()} in the other direction between the same two accounts: without it, what is "
        + $"ordered and not in the warehouse yet would be offered once more. Make one with New-IntegrationConfig, or switch {flow.ReadFirstSwitch} off.");
}
