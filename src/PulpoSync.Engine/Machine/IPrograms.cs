namespace PulpoSync.Engine.Machine;

/// <summary>Starts programs of the operating system.</summary>
internal interface IPrograms
{
    /// <summary>Runs a program to its end. One that cannot be started ends with <see cref="ProgramResult.Missing"/>, as in a shell.</summary>
    /// <param name="call">Program and arguments.</param>
    /// <param name="environment">Variables beside those of this process.</param>
    /// <param name="alone">True: the variables above are all that it gets.</param>
    /// <param name="cancellationToken">Ends the program.</param>
    ProgramResult Run(
        ProgramCall call, IReadOnlyDictionary<string, string>? environment = null, bool alone = false, CancellationToken cancellationToken = default);
}
