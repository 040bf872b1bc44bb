using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Setup;

/// <summary>What hosts get to see of what the engine keeps: never a secret.</summary>
internal static class Views
{
    public static IntegrationCredential Of(StoredCredential credential) => new()
    {
        Id = credential.Id,
        Name = credential.Name,
        System = credential.System,
        Address = credential.Address,
        Fields = credential.Fields,
        Secrets = credential.Secrets.ToDictionary(secret => secret.Key, secret => secret.Value.Reference?.ToString() ?? "stored"),
        Account = credential.Account,
        IsSandbox = credential.IsSandbox,
        CreatedAt = credential.CreatedAt,
        ChangedAt = credential.ChangedAt,
    };

    public static IntegrationConfig Of(StoredIntegration integration, IStore store) => new()
    {
        Id = integration.Id,
        Name = integration.Name,
        Type = integration.Type,
        Source = store.Credentials.Get(integration.SourceId).Name,
        Destination = store.Credentials.Get(integration.DestinationId).Name,
        Settings = integration.Settings,
        Every = integration.Every,
        Daily = integration.Daily,
        TimeZone = integration.TimeZone,
        Enabled = integration.Enabled,
        CreatedAt = integration.CreatedAt,
        Cursor = integration.Cursor,
        LastStartedAt = integration.LastStartedAt,
        NextDueAt = integration.NextDueAt,
    };

    public static ConnectorInfo Of(ConnectorSpec spec) => new()
    {
        Name = spec.Name,
        Description = spec.Description,
        SourceOf = spec.SourceOf,
        DestinationOf = spec.DestinationOf,
        CredentialFields = [.. spec.CredentialFields.Select(field => new FieldInfo(field.Name, field.Description, field.IsSecret))],
        Settings = [.. spec.Settings.Select(setting => Of(setting.Type, setting.Spec))],
    };

    public static SettingInfo Of(IntegrationType type, SettingSpec spec) => new()
    {
        Name = spec.Name, Type = type, Kind = spec.Kind.ToString(), Description = spec.Description, Default = spec.Default, Choices = spec.Choices,
    };
}
