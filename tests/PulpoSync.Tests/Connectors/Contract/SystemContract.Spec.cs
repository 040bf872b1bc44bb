using System.Globalization;
using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Flows;

namespace PulpoSync.Tests.Connectors.Contract;

public abstract partial class SystemContract<TWorld>
{
    [Fact]
    public async Task Source_and_destination_are_there_for_what_the_spec_says_and_nothing_else()
    {
        await using var connector = world.Connect();
        foreach (var flow in FlowCatalog.All)
        {
            var (source, destination) = flow.Accept(new Sides(connector));

            Assert.True(source == Spec.SourceOf.Contains(flow.Type), $"{flow.Type} as source");
            Assert.True(destination == Spec.DestinationOf.Contains(flow.Type), $"{flow.Type} as destination");
        }
    }

    [Fact]
    public void Spec_makes_sense()
    {
        Assert.Equal(Spec.SourceOf.Distinct(), Spec.SourceOf);
        Assert.Equal(Spec.DestinationOf.Distinct(), Spec.DestinationOf);
        var fields = Spec.CredentialFields.Select(field => field.Name).ToList();
        Assert.Equal(fields.Distinct(StringComparer.OrdinalIgnoreCase), fields);
        Assert.NotEmpty(Spec.CredentialSets);
        Assert.All(Spec.CredentialSets, set => Assert.Subset(fields.ToHashSet(), set.ToHashSet()));
        Assert.All(Spec.CredentialFields, field => Assert.EndsWith(".", field.Description, StringComparison.Ordinal));
        Assert.True(Spec.BatchSize > 0 && Spec.LongestCall > TimeSpan.Zero);
    }

    [Fact]
    public void Settings_are_named_once_described_and_begin_with_a_value_that_is_allowed()
    {
        Assert.Equal(Spec.Settings.Count, Spec.Settings.DistinctBy(setting => (setting.Type, setting.Role, setting.Spec.Name.ToUpperInvariant())).Count());
        foreach (var (type, role, spec) in Spec.Settings)
        {
            Assert.Contains(type, role is Role.Source ? Spec.SourceOf : Spec.DestinationOf);
            Assert.EndsWith(".", spec.Description, StringComparison.Ordinal);
            Assert.Equal(spec.Kind is SettingKind.Choice or SettingKind.ChoiceList, spec.Choices.Count > 0);
            if (spec.Default is not { } value) continue;
            if (spec.Choices.Count > 0) Assert.Subset(spec.Choices.ToHashSet(), value.Split('\n').ToHashSet());
            if (spec.Kind is SettingKind.Number) Assert.InRange(int.Parse(value, CultureInfo.InvariantCulture), spec.Minimum, spec.Maximum);
            if (spec.Kind is SettingKind.Switch) Assert.Contains(value, new[] { "true", "false" });
        }
    }

    private sealed class Sides(IConnector connector) : IFlowVisitor<(bool Source, bool Destination)>
    {
        public (bool Source, bool Destination) Visit<TRecord>(FlowDefinition<TRecord> flow) =>
            (connector.Source<TRecord>() is not null, connector.Destination<TRecord>() is not null);
    }
}
