namespace PulpoSync.Tests.Abstractions;

public class RunCountsTests
{
    [Fact]
    public void ToString_leaves_out_what_is_nought_but_for_what_was_read()
    {
        Assert.Equal("0 read", new RunCounts().ToString());
        Assert.Equal("240 read, 12 created, 3 failed", new RunCounts { Read = 240, Created = 12, Failed = 3 }.ToString());
    }

    [Fact]
    public void ToString_names_every_kind_of_outcome()
    {
        var counts = Enum.GetValues<OutcomeKind>().Aggregate(new RunCounts { Read = 8 }, (sum, kind) => sum.Plus(kind));

        Assert.All(Enum.GetNames<OutcomeKind>(), kind => Assert.Contains($"1 {kind}", counts.ToString(), StringComparison.OrdinalIgnoreCase));
    }
}
