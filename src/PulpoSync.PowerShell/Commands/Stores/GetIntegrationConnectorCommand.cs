using System.Management.Automation;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Commands;

/// <summary>Lists the systems that can be connected.</summary>
[Cmdlet(VerbsCommon.Get, "IntegrationConnector")]
[OutputType(typeof(ConnectorInfo))]
public sealed class GetIntegrationConnectorCommand : IntegrationCommand
{
    /// <summary>Systems, with wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("System")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SystemCompleter))]
    public string[] Name { get; set; } = ["*"];

    private protected override void Process() => ForEach(Name, name =>
    {
        var pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
        var found = Runtime.GetConnectors().Where(connector => pattern.IsMatch(connector.Name)).ToArray();
        if (found.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
        {
            var known = string.Join(", ", Runtime.GetConnectors().Select(connector => connector.Name));
            throw new PulpoSyncException(ErrorIds.SystemUnknown, $"There is no system '{name}'. Systems: {known}.", name);
        }

        WriteObject(found, enumerateCollection: true);
    });
}
