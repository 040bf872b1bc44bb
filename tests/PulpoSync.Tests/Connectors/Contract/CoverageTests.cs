using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Flows;
using PulpoSync.Engine.Secrets;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.Connectors.Contract;

/// <summary>No source or destination that a connector has is without its contract tests, and none of their systems is.</summary>
public class CoverageTests
{
    private static readonly IReadOnlyList<Type> Classes = [.. typeof(CoverageTests).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false })];

    [Fact]
    public void Every_source_keeps_the_contract() => AssertCovered(typeof(SourceContract<,>), sides => sides.IsSource);

    [Fact]
    public void Every_destination_keeps_the_contract() => AssertCovered(typeof(DestinationContract<,>), sides => sides.IsDestination);

    [Fact]
    public void Every_system_keeps_the_contract()
    {
        var covered = ArgumentsOf(typeof(SystemContract<>)).Select(arguments => ((SystemWorld)Activator.CreateInstance(arguments[0])!).System.GetType()).ToHashSet();

        Assert.Subset(covered, Sides().Where(one => one.Sides.IsSource || one.Sides.IsDestination).Select(one => one.System).ToHashSet());
    }

    private static void AssertCovered(Type contract, Func<RecordSides, bool> isThere)
    {
        var covered = ArgumentsOf(contract).Select(arguments => (World(arguments[0]).System.GetType(), Record: arguments[1])).ToHashSet();
        var there = Sides().Where(one => isThere(one.Sides)).Select(one => (one.System, one.Sides.Record)).ToHashSet();

        Assert.NotEmpty(there);
        Assert.Subset(covered, there);
    }

    private static SystemWorld World(Type @case) => (SystemWorld)@case.GetProperty("World")!.GetValue(Activator.CreateInstance(@case))!;

    private static IEnumerable<(Type System, RecordSides Sides)> Sides() =>
        from type in typeof(ISystem).Assembly.GetTypes()
        where type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ISystem))
        let connector = Open((ISystem)Activator.CreateInstance(type)!)
        from flow in FlowCatalog.All
        select (type, flow.Accept(new RecordKind(connector)));

    private static IConnector Open(ISystem system)
    {
        var fields = system.Spec.CredentialFields.Where(field => system.Spec.CredentialSets[0].Contains(field.Name)).ToList();
        return system.Connect(new ConnectorContext
        {
            Address = "http://127.0.0.1:1/some/where/api/v1",
            Fields = fields.Where(field => !field.IsSecret).ToDictionary(field => field.Name, _ => "anything"),
            Secrets = fields.Where(field => field.IsSecret).ToDictionary(field => field.Name, _ => "anything"),
            IsSandbox = true,
            Http = new HttpSender(new HttpSenderOptions(), new InMemoryLimitStore(TimeProvider.System), TimeProvider.System, new Redactor()),
            Tokens = new MemoryTokens(TimeProvider.System),
            Documents = new InMemoryDocuments(),
            Time = TimeProvider.System,
        });
    }

    private static IEnumerable<Type[]> ArgumentsOf(Type contract) => Classes
        .Select(type => type.BaseType).OfType<Type>().Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == contract)
        .Select(type => type.GetGenericArguments());

    private sealed record RecordSides(Type Record, bool IsSource, bool IsDestination);

    private sealed class RecordKind(IConnector connector) : IFlowVisitor<RecordSides>
    {
        public RecordSides Visit<TRecord>(FlowDefinition<TRecord> flow) => new(typeof(TRecord), connector.Source<TRecord>() is not null, connector.Destination<TRecord>() is not null);
    }
}
