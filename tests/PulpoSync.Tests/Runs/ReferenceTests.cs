using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Flows;
using PulpoSync.Engine.Runs;
using PulpoSync.Engine.Secrets;
using PulpoSync.Tests.Storage;

namespace PulpoSync.Tests.Runs;

/// <summary>What a destination is told of a record beside the record itself, and what is made of a write that is not the last.</summary>
public sealed class ReferenceTests : IDisposable
{
    private readonly TempStore _temp = new();
    private readonly StoredIntegration _integration;
    private readonly long _route;

    public ReferenceTests()
    {
        _integration = _temp.AddIntegration("Shipments");
        _route = _temp.AddRoute();
    }

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Refs_name_the_others_under_the_same_number_where_numbers_are_not_unique()
    {
        LedgerRow[] rows = [Row("7001", "1001", "f-1"), Row("7002", "1001", "f-2"), Row("7003", "1001", null), Row("7004", "1001_2", "f-4")];
        _temp.Store.Runs.Prepare(_temp.TakeLease(_route), rows);

        Assert.Equal(["f-1", "f-2"], Scope(isUnique: false).Refs([rows[2]]).Single().Others);
        Assert.Equal(["f-2"], Scope(isUnique: false).Refs([rows[0]]).Single().Others);
        Assert.Empty(Scope(isUnique: false).Refs([rows[3]]).Single().Others);
        Assert.Empty(Scope(isUnique: true).Refs([rows[2]]).Single().Others);
    }

    [Theory]
    [InlineData(WriteOperation.Create, ReasonCodes.Recovered, true)]
    [InlineData(WriteOperation.Create, ReasonCodes.OutcomeUnknown, true)]
    [InlineData(WriteOperation.Create, ReasonCodes.WaitingForTracking, false)]
    [InlineData(WriteOperation.Create, null, false)]
    [InlineData(WriteOperation.Update, ReasonCodes.Recovered, false)]
    public void Ref_is_in_doubt_where_a_create_may_have_been_executed(WriteOperation operation, string? reason, bool inDoubt) =>
        Assert.Equal(inDoubt, Scope(true).Ref(Row("7001", "1001", null) with { Operation = operation, Reason = reason }).InDoubt);

    [Theory]
    [InlineData(true, LedgerState.Waiting)]
    [InlineData(false, LedgerState.Written)]
    public void Write_that_is_incomplete_is_looked_at_again_each_run(bool isIncomplete, LedgerState state)
    {
        var write = new PlannedWrite<string>("", 1, "1001", WriteOperation.Create, "", "hash", null, "") { IsIncomplete = isIncomplete };

        var settled = new Settlement(Scope(true), "print").After(Row("7001", "1001", null), write, WriteResult.Done("f-1"), wasParked: false);

        Assert.Equal((state, "hash", "f-1", OutcomeKind.Created), (settled.Row.State, settled.Row.Hash, settled.Row.DestinationId, settled.Outcome!.Kind));
        Assert.True(settled.Row.IsAlive);
    }

    [Fact]
    public void Hold_at_the_destination_waits_and_is_no_failure()
    {
        var write = new PlannedWrite<string>("", 1, "1001", WriteOperation.Create, "", "hash", null, "");

        var settled = new Settlement(Scope(true), "print").After(
            Row("7001", "1001", null), write, WriteResult.Refused(new Failure(FailureKind.Conflict, RefusalCodes.HoldInShop, "On hold.")), wasParked: false);

        Assert.Equal((LedgerState.Waiting, OutcomeKind.Skipped, RefusalCodes.HoldInShop), (settled.Row.State, settled.Outcome!.Kind, settled.Outcome.Reason));
        Assert.False(settled.Row.IsAlive);
    }

    private LedgerRow Row(string key, string number, string? id) => new()
    {
        SourceKey = key, Part = "", State = LedgerState.Pending, Number = number, Ordinal = 1, OwnerId = _integration.Id, DestinationId = id, Operation = WriteOperation.Create,
    };

    private RunScope Scope(bool isUnique) => new()
    {
        Integration = _integration, Peers = [_integration], Request = new StartRequest(), Trigger = "manual", RouteId = _route, SourceCredential = "WMS",
        DestinationCredential = "Shop", SourceAccount = "pulpo:acme", DestinationAccount = "shopify:acme",
        SourceSpec = new ConnectorSpec { Name = "Fake", Description = "Fake" },
        DestinationSpec = new ConnectorSpec { Name = "Fake", Description = "Fake", UniqueNumbers = isUnique }, Settings = SettingBag.Empty, KnownKeys = _ => [],
        Store = _temp.Store.Runs, Hash = _temp.Store.Hash, Time = _temp.Time, Redactor = new Redactor(), Emit = _ => ValueTask.CompletedTask,
    };
}
