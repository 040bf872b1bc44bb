using System.Management.Automation;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.PowerShell.Commands;

/// <summary>Says what became of records: the answer to "why is order 1001 not there?".</summary>
[Cmdlet(VerbsCommon.Get, "IntegrationRecord")]
[OutputType(typeof(IntegrationRecord))]
public sealed class GetIntegrationRecordCommand : IntegrationCommand
{
    /// <summary>Numbers or keys of records; none: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string[]? Number { get; set; }

    /// <summary>Integration, with wildcards.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Name")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConfigNameCompleter))]
    public string? Integration { get; set; }

    /// <summary>Only these states.</summary>
    [Parameter]
    public LedgerState[] State { get; set; } = [];

    /// <summary>At most so many.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Last { get; set; } = 1000;

    private protected override void Process()
    {
        if (Number is null)
            Write(number: null);
        else
            ForEach(Number, Write);
    }

    private void Write(string? number) => WriteObject(Runtime.GetRecords(new RecordQuery(number, Integration, State, Last)), enumerateCollection: true);
}
