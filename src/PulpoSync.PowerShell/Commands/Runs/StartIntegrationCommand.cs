using System.Management.Automation;
using System.Runtime.ExceptionServices;
using PulpoSync.PowerShell.Errors;
using PulpoSync.PowerShell.Parameters;
using PulpoSync.PowerShell.Rendering;

namespace PulpoSync.PowerShell.Commands;

/// <summary>Runs integrations, several at a time, and gives one object per run.</summary>
[Cmdlet(VerbsLifecycle.Start, "Integration", DefaultParameterSetName = NameSet, SupportsShouldProcess = true)]
[OutputType(typeof(IntegrationRun), typeof(RecordSettled))]
public sealed class StartIntegrationCommand : IntegrationCommand
{
    private const string NameSet = "Name";
    private const string InputObjectSet = "InputObject";
    private const string DueSet = "Due";
    private const string Action = "Run integration";

    private readonly List<string> _names = [];

    /// <summary>Names, with wildcards.</summary>
    [Parameter(ParameterSetName = NameSet, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = DueSet, Position = 0)]
    [Alias("Integration")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConfigNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>An integration.</summary>
    [Parameter(ParameterSetName = InputObjectSet, Mandatory = true, ValueFromPipeline = true)]
    public IntegrationConfig? InputObject { get; set; }

    /// <summary>Run what is due.</summary>
    [Parameter(ParameterSetName = DueSet, Mandatory = true)]
    public SwitchParameter Due { get; set; }

    /// <summary>Only these records. An empty one is refused: it would mean all of them.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] Record { get; set; } = [];

    /// <summary>Read changes since this moment.</summary>
    [Parameter]
    public DateTimeOffset? Since { get; set; }

    /// <summary>Read the source from its start, and compare everything with what is really at the destination.</summary>
    [Parameter]
    public SwitchParameter Full { get; set; }

    /// <summary>Write nothing, tell what would happen.</summary>
    [Parameter]
    public SwitchParameter Preview { get; set; }

    /// <summary>Try parked records again before their time.</summary>
    [Parameter]
    public SwitchParameter RetryFailed { get; set; }

    /// <summary>Make a record again that was cancelled at the destination alone.</summary>
    [Parameter]
    public SwitchParameter Recreate { get; set; }

    /// <summary>Stop at a page boundary after this time.</summary>
    [Parameter]
    public TimeSpan? MaxDuration { get; set; }

    /// <summary>How many routes run at a time.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; } = 4;

    /// <summary>Make an error of a run with failed records.</summary>
    [Parameter]
    public SwitchParameter Strict { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        var narrower = Since is not null ? nameof(Since) : Record.Length > 0 ? nameof(Record) : null;
        if (Full && narrower is not null) ThrowTerminatingError(ErrorRecords.ToNotTogetherError(nameof(Full), narrower));
    }

    // Names are gathered first: what comes down the pipeline runs side by side.
    private protected override void Process() => ForEach(InputObject is null ? Name : [InputObject.Name], pattern =>
    {
        if (Due)
            _names.Add(pattern);
        else
            _names.AddRange(Runtime.GetConfigs(pattern).Where(Wanted).Select(config => config.Name));
    });

    private protected override void End()
    {
        var wanted = Due ? WantedDue() : _names.Count > 0;
        if (wanted) Run();
    }

    private void Run()
    {
        var renderer = new RunRenderer(this, TimeProvider.System) { Preview = Preview, Explain = Record.Length > 0, Strict = Strict };
        Exception? ended = null;
        try
        {
            foreach (var e in Runtime.StartAsync(Request(), Cancellation).ToBlockingEnumerable(CancellationToken.None))
            {
                // Once nobody listens any more, the engine still settles the write in flight; the stream is read to its end.
                ended ??= Try(() => renderer.Render(e));
            }
        }
        finally
        {
            if (ended is null) renderer.WriteErrors();
        }

        if (ended is not null) ExceptionDispatchInfo.Throw(ended);
    }

    // Whatever ends the pipeline (Ctrl+C, Select-Object -First, -WarningAction Stop) first stops the runs, then is thrown again.
    private Exception? Try(Action render)
    {
        try
        {
            render();
            return null;
        }
#pragma warning disable CA1031
        catch (Exception reason)
#pragma warning restore CA1031
        {
            Cancel();
            return reason;
        }
    }

    private bool Wanted(IntegrationConfig config) =>
        ShouldProcess($"{config.Name}: {config.Type.ToStoredName()} {config.Source} -> {config.Destination}", Action);

    // What is due is decided anew after each run, so it is asked about as a whole.
    private bool WantedDue()
    {
        var now = DateTimeOffset.UtcNow;
        var due = Runtime.GetStatus().Where(status => status.Enabled && status.NextDueAt <= now).Select(status => status.Integration).ToArray();
        return ShouldProcess(due.Length == 0 ? "nothing is due now" : $"due now: {string.Join(", ", due)}", Action);
    }

    private StartRequest Request() => new()
    {
        Names = [.. _names.Distinct(StringComparer.OrdinalIgnoreCase)],
        Due = Due,
        Records = Record,
        Since = Since,
        Full = Full,
        Preview = Preview,
        RetryFailed = RetryFailed,
        Recreate = Recreate,
        MaxDuration = MaxDuration,
        ThrottleLimit = ThrottleLimit,
    };
}
