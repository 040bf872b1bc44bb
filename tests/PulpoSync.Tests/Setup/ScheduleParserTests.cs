using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Setup;

namespace PulpoSync.Tests.Setup;

public class ScheduleParserTests
{
    [Theory]
    [InlineData(0, "Every cannot be 0. Type 1 to 60 minutes.")]
    [InlineData(61, "Every cannot be 61. Type 1 to 60 minutes.")]
    public void Apply_a_frequency_out_of_range_is_refused_with_the_range(int every, string message) =>
        Assert.Equal(message, Refused(new ConfigDefinition { Name = "x", Every = every }).Message);

    [Theory]
    [InlineData("25:00", 7, 60, "DailyAt cannot be \"25:00\"")]
    [InlineData("noon", 7, 60, "such as 02:30")]
    [InlineData("02:30", 0, 60, "LookbackDays cannot be 0. Type 1 to 365 days.")]
    [InlineData("02:30", -1, 60, "LookbackDays cannot be -1. Type 1 to 365 days.")]
    [InlineData("02:30", 366, 60, "Type 1 to 365 days.")]
    [InlineData("02:30", 7, -5, "GapSeconds cannot be -5. Type 0 to 3600 seconds.")]
    public void Apply_a_daily_schedule_out_of_range_is_refused_with_the_range(string at, int days, int gap, string message)
    {
        var error = Refused(new ConfigDefinition { Name = "x", DailyAt = at, LookbackDays = days, GapSeconds = gap });

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Apply_an_unknown_zone_and_mixed_schedules_are_refused()
    {
        Assert.Contains("Europe/Berlin", Refused(new ConfigDefinition { Name = "x", TimeZone = "Berlin" }).Message, StringComparison.Ordinal);
        Assert.Contains("exclude", Refused(new ConfigDefinition { Name = "x", Every = 10, DailyAt = "02:30" }).Message, StringComparison.Ordinal);
        Assert.Contains("DailyAt", Refused(new ConfigDefinition { Name = "x", LookbackDays = 3 }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Apply_defaults_are_those_of_the_seeds()
    {
        var recurring = ScheduleParser.Apply(New(), new ConfigDefinition { Name = "x" }, 10);
        var daily = ScheduleParser.Apply(New(), new ConfigDefinition { Name = "x", DailyAt = "2:30", TimeZone = "Europe/Berlin" }, 10);

        Assert.Equal((10, null), (recurring.Every, recurring.Daily));
        Assert.Null(daily.Every);
        Assert.Equal(new DailySchedule { At = new TimeOnly(2, 30), LookbackDays = 7, GapSeconds = 60, TimeZone = "Europe/Berlin" }, daily.Daily);
    }

    [Fact]
    public void Apply_a_change_keeps_what_it_does_not_name()
    {
        var daily = ScheduleParser.Apply(New(), new ConfigDefinition { Name = "x", DailyAt = "02:30", LookbackDays = 14, TimeZone = "UTC" }, 10);

        var changed = ScheduleParser.Apply(daily, new ConfigDefinition { Name = "x", GapSeconds = 120 }, 10);

        Assert.Equal(daily.Daily! with { GapSeconds = 120 }, changed.Daily);
        Assert.Equal(5, ScheduleParser.Apply(daily, new ConfigDefinition { Name = "x", Every = 5 }, 10).Every);
    }

    private static StoredIntegration New() => new()
    {
        Name = "x", Type = IntegrationType.SalesOrders, SourceId = 1, DestinationId = 2, Settings = new Dictionary<string, string>(), TimeZone = "UTC",
    };

    private static PulpoSyncException Refused(ConfigDefinition definition)
    {
        var error = Assert.Throws<PulpoSyncException>(() => ScheduleParser.Apply(New(), definition, 10));
        Assert.Equal(ErrorIds.ScheduleInvalid, error.ErrorId);
        return error;
    }
}
