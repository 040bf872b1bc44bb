using System.Management.Automation;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Commands;

/// <summary>Shows the log, oldest line first.</summary>
[Cmdlet(VerbsCommon.Get, "IntegrationLog", DefaultParameterSetName = IntegrationSet)]
[OutputType(typeof(IntegrationLogEntry))]
public sealed class GetIntegrationLogCommand : IntegrationCommand
{
    private const string IntegrationSet = "Integration";
    private const string InputObjectSet = "InputObject";

    /// <summary>Integration, with wildcards.</summary>
    [Parameter(ParameterSetName = IntegrationSet, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Name")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConfigNameCompleter))]
    public string? Integration { get; set; }

    /// <summary>Id of a run.</summary>
    [Parameter(ParameterSetName = IntegrationSet, ValueFromPipelineByPropertyName = true)]
    public long? RunId { get; set; }

    /// <summary>A run.</summary>
    [Parameter(ParameterSetName = InputObjectSet, Mandatory = true, ValueFromPipeline = true)]
    public IntegrationRun? InputObject { get; set; }

    /// <summary>Number of a record.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Number { get; set; }

    /// <summary>This weight and heavier.</summary>
    [Parameter]
    public LogLevel Level { get; set; } = LogLevel.Information;

    /// <summary>Written since.</summary>
    [Parameter]
    public DateTimeOffset? Since { get; set; }

    /// <summary>At most so many of the newest.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Last { get; set; } = 200;

    private protected override void Process()
    {
        var query = new LogQuery(InputObject?.Integration ?? Integration, InputObject?.Id ?? RunId, Number, Level, Since, Last);
        WriteObject(Runtime.GetLog(query), enumerateCollection: true);
    }
}
