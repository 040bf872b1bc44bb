using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Flows;

/// <summary>What a flow is made from, once both sides were checked and their places are known.</summary>
internal sealed record FlowContext
{
    /// <summary>Integration.</summary>
    public required StoredIntegration Integration { get; init; }
    /// <summary>Settings with defaults.</summary>
    public required SettingBag Settings { get; init; }
    /// <summary>What the check of the source found.</summary>
    public required CheckResult Source { get; init; }
    /// <summary>What the check of the destination found.</summary>
    public required CheckResult Destination { get; init; }
    /// <summary>Hashes with the store's key.</summary>
    public required IKeyedHash Hash { get; init; }
    /// <summary>When the run looks at its records.</summary>
    public required DateTimeOffset Now { get; init; }
    /// <summary>True where records that the destination alone has cancelled are to be made again.</summary>
    public required bool Recreate { get; init; }

    /// <summary>What the orders of the other direction ask for and the source does not know of, for flows that need it (<see cref="FlowDefinition.ReadFirst"/>).</summary>
    public OutstandingGoods Outstanding { get; init; } = OutstandingGoods.None;
    /// <summary>What is known of the telling of packings to the source, by the numbers that the destination's orders have.</summary>
    public Func<IReadOnlyCollection<string>, IReadOnlyList<LedgerRow>> Told { get; init; } = _ => [];
    /// <summary>Texts that our own integrations have put onto records of the source's account.</summary>
    public IReadOnlyList<string> OwnMarks { get; init; } = [];

    /// <summary>Records placed earlier are not wanted.</summary>
    public DateTimeOffset StartFrom => Settings.Moment("StartFrom") ?? Integration.CreatedAt;
}
