namespace PulpoSync.Cli.Hosting;

/// <summary>What the process tells its caller. Part of the product's interface; <c>status --check</c> alone has its own table.</summary>
internal static class ExitCodes
{
    /// <summary>All finished; also when nothing was due.</summary>
    public const int Finished = 0;
    /// <summary>A run failed, or the command could not be done.</summary>
    public const int Failed = 1;
    /// <summary>A run finished partially, or was stopped: something is left for the next run.</summary>
    public const int Partially = 2;
    /// <summary>A named integration is not due, or waits until another one has run.</summary>
    public const int NotDue = 3;
    /// <summary>A named integration is held by another run.</summary>
    public const int Held = 4;
    /// <summary>Something has to be set right first: store, credential, integration, setting, import file or the command line itself.</summary>
    public const int Configuration = 5;

    private static readonly int[] BestToWorst = [Finished, NotDue, Held, Partially, Failed, Configuration];

    /// <summary>The worse of two.</summary>
    public static int Worst(int a, int b) => Array.IndexOf(BestToWorst, a) >= Array.IndexOf(BestToWorst, b) ? a : b;

    /// <summary>The exit code of a run that has ended.</summary>
    public static int Of(RunStatus status) => status switch
    {
        RunStatus.Finished => Finished,
        RunStatus.FinishedPartially or RunStatus.Stopped => Partially,
        _ => Failed,
    };

    /// <summary>The exit code of an error.</summary>
    public static int Of(string errorId) => errorId switch
    {
        ErrorIds.RunFinishedPartially => Partially,
        // Nothing is wrong with the set-up here: the same command may work in a minute, or asked for what is not there.
        ErrorIds.RunFailed or ErrorIds.SystemUnreachable or ErrorIds.StoreBusy or ErrorIds.RecordNotFound or ErrorIds.InternalError => Failed,
        _ => Configuration,
    };
}
