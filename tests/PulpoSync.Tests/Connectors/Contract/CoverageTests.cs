using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Flows;

namespace PulpoSync.Tests.Connectors.Contract;

/// <summary>No system, source or destination is without its contract tests.</summary>
public class CoverageTests
{
    private static readonly IReadOnlyList<Type> Classes = [.. typeof(CoverageTests).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false })];

    [Fact]
    public void Every_system_keeps_the_contract()
    {
        var worlds = ArgumentsOf(typeof(SystemContract<>)).Select(arguments => ((SystemWorld)Activator.CreateInstance(arguments[0])!).System.GetType()).ToHashSet();

        Assert.All(Systems(), system => Assert.Contains(system.GetType(), worlds));
    }

    [Fact]
    public void Every_source_keeps_the_contract() => AssertCovered(typeof(SourceContract<,>), spec => spec.SourceOf);

    [Fact]
    public void Every_destination_keeps_the_contract() => AssertCovered(typeof(DestinationContract<,>), spec => spec.DestinationOf);

    private static void AssertCovered(Type contract, Func<ConnectorSpec, IReadOnlyList<IntegrationType>> typesOf)
    {
        var covered = ArgumentsOf(contract).Select(arguments => (World(arguments[0]).System.GetType(), Record: arguments[1])).ToHashSet();
        var missing = from system in Systems()
                      from type in typesOf(system.Spec)
                      where !covered.Contains((system.GetType(), FlowCatalog.Find(type)!.Accept(new RecordType())))
                      select $"{system.Spec.Name} {type}";
        Assert.Empty(missing);
    }

    private static SystemWorld World(Type @case) => (SystemWorld)@case.GetProperty("World")!.GetValue(Activator.CreateInstance(@case))!;

    private static IEnumerable<ISystem> Systems() => typeof(ISystem).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ISystem))).Select(type => (ISystem)Activator.CreateInstance(type)!);

    private static IEnumerable<Type[]> ArgumentsOf(Type contract) => Classes
        .Select(type => type.BaseType).OfType<Type>().Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == contract)
        .Select(type => type.GetGenericArguments());

    private sealed class RecordType : IFlowVisitor<Type>
    {
        public Type Visit<TRecord>(FlowDefinition<TRecord> flow) => typeof(TRecord);
    }
}
