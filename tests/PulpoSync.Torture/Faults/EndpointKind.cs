namespace PulpoSync.Torture.Faults;

/// <summary>What a request does, as far as it decides what may be done again.</summary>
internal enum EndpointKind
{
    /// <summary>Changes nothing.</summary>
    Read,

    /// <summary>Changes something, but twice is as good as once.</summary>
    IdempotentWrite,

    /// <summary>Makes something of which the vendor would make another one if asked again.</summary>
    Create,

    /// <summary>Lets us in.</summary>
    Login,

    /// <summary>Tells the source what became of its record.</summary>
    Acknowledgement,
}
