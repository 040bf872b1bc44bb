using PulpoSync.Engine.Contracts;

namespace PulpoSync.Tests.Storage;

public sealed class KeysToRevisitTests : IDisposable
{
    private readonly TempStore _temp = new();
    private readonly StoredIntegration _integration;
    private readonly Lease _lease;

    public KeysToRevisitTests()
    {
        _integration = _temp.AddIntegration("Shop Berlin");
        _lease = _temp.TakeLease(_temp.AddRoute());
    }

    public void Dispose() => _temp.Dispose();

    public static TheoryData<string, LedgerState, int?, string?, int, bool, bool> Cases => new()
    {
        // what, state, next try in minutes, fingerprint, first seen days ago, all parked, comes back
        { "parked and due", LedgerState.Parked, 0, null, 0, false, true },
        { "parked, due since long", LedgerState.Parked, -60, null, 90, false, true },
        { "parked without a time", LedgerState.Parked, null, null, 0, false, true },
        { "parked, not due", LedgerState.Parked, 1, "now", 0, false, false },
        { "parked, not due, under other settings", LedgerState.Parked, 1, "before", 90, false, true },
        { "parked, not due, all asked", LedgerState.Parked, 1, null, 0, true, true },
        { "waiting", LedgerState.Waiting, null, "now", 90, false, true },
        { "skipped under these settings", LedgerState.Skipped, null, "now", 0, false, false },
        { "skipped under other settings", LedgerState.Skipped, null, "before", 0, false, true },
        { "skipped under later-sorting settings", LedgerState.Skipped, null, "zzz", 0, false, true },
        { "skipped without fingerprint", LedgerState.Skipped, null, null, 0, false, true },
        { "skipped at the edge of the age", LedgerState.Skipped, null, "before", 60, false, true },
        { "skipped too long ago", LedgerState.Skipped, null, "before", 61, false, false },
        { "written", LedgerState.Written, null, "before", 0, true, false },
        { "cancelled", LedgerState.Cancelled, null, "before", 0, true, false },
        { "pending", LedgerState.Pending, null, "before", 0, true, false },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void KeysToRevisit_single_row(
        string what, LedgerState state, int? nextTryMinutes, string? fingerprint, int daysAgo, bool allParked, bool comesBack)
    {
        var now = _temp.Time.GetUtcNow();
        Put(Row("1", state) with
        {
            NextTryAt = nextTryMinutes is { } minutes ? now + minutes * TempStore.Minute : null,
            Fingerprint = fingerprint,
            FirstSeenAt = now - TimeSpan.FromDays(daysAgo),
        });

        Assert.True(comesBack == (Keys(allParked: allParked).Count == 1), what);
    }

    [Theory]
    [InlineData(LedgerState.Written, null, false, true)]
    [InlineData(LedgerState.Written, 0, false, true)]
    [InlineData(LedgerState.Written, 1, false, false)]
    [InlineData(LedgerState.Written, 1, true, true)]
    [InlineData(LedgerState.Parked, 1, false, false)]
    public void KeysToRevisit_brings_back_what_the_source_was_not_told(LedgerState state, int? nextTryMinutes, bool allParked, bool comesBack)
    {
        var next = nextTryMinutes is { } minutes ? _temp.Time.GetUtcNow() + minutes * TempStore.Minute : (DateTimeOffset?)null;
        var row = Row("1", state) with { NextTryAt = next, Fingerprint = "now" };

        Put(row with { AcknowledgementDue = true });
        Assert.Equal(comesBack ? ["1"] : [], Keys(allParked: allParked));

        Put(row with { AcknowledgementDue = false, State = LedgerState.Written });
        Assert.Empty(Keys(allParked: allParked));
    }

    [Fact]
    public void KeysToRevisit_gives_each_key_once_in_order_and_in_pages()
    {
        Put(
            Row("c", LedgerState.Waiting, "A/1"), Row("c", LedgerState.Parked, "B/1"), Row("a", LedgerState.Parked),
            Row("b", LedgerState.Skipped) with { Fingerprint = "x" }, Row("d", LedgerState.Skipped) with { Fingerprint = "y" });

        Assert.Equal(["a", "b", "c", "d"], Keys());
        Assert.Equal(["a", "b"], Keys(limit: 2));
        Assert.Equal(["c", "d"], Keys(afterKey: "b", limit: 2));
        Assert.Empty(Keys(afterKey: "d"));
    }

    [Fact]
    public void KeysToRevisit_leaves_out_records_with_a_pending_row()
    {
        Put(Row("1", LedgerState.Parked, "A/1"), Row("1", LedgerState.Pending, "B/1"), Row("2", LedgerState.Parked));
        Assert.Equal(["2"], Keys());
    }

    [Fact]
    public void KeysToRevisit_leaves_out_rows_of_other_owners_and_routes()
    {
        var other = _temp.AddIntegration("other");
        Put(Row("1", LedgerState.Parked) with { OwnerId = other.Id }, Row("2", LedgerState.Waiting) with { OwnerId = other.Id });
        var otherLease = _temp.TakeLease(_temp.Store.Integrations.RouteId(IntegrationType.Stock, "a", "b"));
        _temp.Store.Runs.Prepare(otherLease, [Row("3", LedgerState.Waiting)]);
        Assert.Empty(Keys());
    }

    private void Put(params LedgerRow[] rows) => _temp.Store.Runs.Prepare(_lease, rows);

    private LedgerRow Row(string key, LedgerState state, string part = "") =>
        new() { SourceKey = key, Part = part, State = state, OwnerId = _integration.Id };

    private IReadOnlyList<string> Keys(bool allParked = false, string? afterKey = null, int limit = 100) => _temp.Store.Runs.KeysToRevisit(
        new RevisitQuery(_lease.RouteId, _integration.Id, "now", _temp.Time.GetUtcNow() - TimeSpan.FromDays(60), allParked), afterKey, limit);
}
