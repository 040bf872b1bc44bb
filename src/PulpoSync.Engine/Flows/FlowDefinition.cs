using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Flows;

/// <summary>A type of integration: its settings, and how its flow is made.</summary>
internal abstract class FlowDefinition(IntegrationType type, IReadOnlyList<SettingSpec> settings)
{
    /// <summary>Type.</summary>
    public IntegrationType Type => type;

    /// <summary>Settings whatever the systems; a system may add its own and replace these by name.</summary>
    public IReadOnlyList<SettingSpec> Settings => settings;

    /// <summary>Minutes between recurring runs where none are set and the source asks for no others.</summary>
    public int DefaultEvery { get; init; } = 10;

    /// <summary>
    /// Types of the other direction whose records must have been read since this integration's last run, because what is written here would be wrong
    /// without them. The first is needed unless <see cref="ReadFirstSwitch"/> is off; the others where they are set up.
    /// </summary>
    public IReadOnlyList<IntegrationType> ReadFirst { get; init; } = [];

    /// <summary>Setting that switches the demand off; null: it cannot be.</summary>
    public string? ReadFirstSwitch { get; init; }

    /// <summary>What a set of settings, complete with defaults, says that makes no sense together; asked before it is saved, without the network.</summary>
    public Func<SettingBag, IEnumerable<Failure>> Check { get; init; } = _ => [];

    /// <summary>Hands the definition on with the kind of its records.</summary>
    public abstract TResult Accept<TResult>(IFlowVisitor<TResult> visitor);
}

/// <summary>A type of integration whose records are of one kind.</summary>
internal sealed class FlowDefinition<TRecord>(
    IntegrationType type, IReadOnlyList<SettingSpec> settings, Func<FlowContext, IFlow<TRecord>> make) : FlowDefinition(type, settings)
{
    /// <summary>Makes the flow of one run.</summary>
    public IFlow<TRecord> Make(FlowContext context) => make(context);

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFlowVisitor<TResult> visitor) => visitor.Visit(this);
}

/// <summary>Does something with a flow whose kind of record it need not know.</summary>
internal interface IFlowVisitor<out TResult>
{
    TResult Visit<TRecord>(FlowDefinition<TRecord> flow);
}
