using System.Globalization;
using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Scheduling;

namespace PulpoSync.Tests.Scheduling;

public class TimetableTests
{
    [Theory]
    // An ordinary day; Berlin is one hour ahead of UTC in winter, two in summer.
    [InlineData("02:30", "2026-11-23T00:00:00Z", "2026-11-23T01:30:00Z")]
    [InlineData("02:30", "2026-11-23T01:30:00Z", "2026-11-24T01:30:00Z")]
    [InlineData("00:10", "2026-11-23T22:59:00Z", "2026-11-23T23:10:00Z")]
    // 2026-03-29: 02:00 to 03:00 is missing; it comes at the end of the missing hour, once.
    [InlineData("02:30", "2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("02:30", "2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z")]
    [InlineData("03:00", "2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z")]
    // 2026-10-25: 02:00 to 03:00 comes twice; the first counts, once.
    [InlineData("02:30", "2026-10-25T00:00:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("02:30", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z")]
    public void NextDaily_over_both_clock_changes_comes_once_a_day(string at, string after, string expected)
    {
        var daily = new DailySchedule { At = TimeOnly.Parse(at, CultureInfo.InvariantCulture), TimeZone = "Europe/Berlin" };

        Assert.Equal(Moment(expected), Timetable.NextDaily(daily, Moment(after)));
    }

    [Fact]
    public void NextDaily_through_ten_years_comes_once_each_local_day()
    {
        var daily = new DailySchedule { At = new TimeOnly(2, 15), TimeZone = "Europe/Berlin" };
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var now = Moment("2026-01-01T00:00:00Z");
        for (var day = 0; day < 3650; day++)
        {
            var next = Timetable.NextDaily(daily, now);
            var (before, after) = (TimeZoneInfo.ConvertTime(now, zone).Date, TimeZoneInfo.ConvertTime(next, zone).Date);
            Assert.True(day == 0 || after == before.AddDays(1), $"{now:O} is followed by {next:O}");
            now = next;
        }
    }

    [Theory]
    [InlineData("10:00:00", "10:00:07", "10:10:00")]
    [InlineData("10:00:00", "10:09:59", "10:10:00")]
    [InlineData("10:00:00", "10:10:00", "10:20:00")]
    [InlineData("10:00:00", "12:34:00", "12:40:00")]
    [InlineData("10:00:00", "09:58:00", "10:00:00")]
    public void AfterStart_recurring_times_keep_to_their_grid(string due, string started, string next)
    {
        var integration = Integration() with { NextDueAt = Today(due) };

        Assert.Equal(Today(next), Timetable.AfterStart(integration, Today(started)));
    }

    [Fact]
    public void AfterStart_a_daily_run_is_due_again_the_next_day_and_a_switched_off_one_never()
    {
        var daily = Integration() with { Every = null, Daily = new DailySchedule { At = new TimeOnly(3, 0), TimeZone = "UTC" }, NextDueAt = Today("03:00:00") };

        Assert.Equal(Today("03:00:00").AddDays(1), Timetable.AfterStart(daily, Today("07:00:00")));
        Assert.Null(Timetable.AfterStart(daily with { Enabled = false }, Today("07:00:00")));
    }

    [Fact]
    public void WaitsFor_the_recurring_run_gives_way_to_a_daily_one_that_is_due()
    {
        var recurring = Integration();
        var daily = Integration() with { Id = 2, Name = "Nightly", Every = null, Daily = new DailySchedule { At = new TimeOnly(3, 0), TimeZone = "UTC" }, NextDueAt = Today("03:00:00") };

        Assert.Contains("Nightly", Timetable.WaitsFor(recurring, [recurring, daily], Today("03:00:00")), StringComparison.Ordinal);
        Assert.Null(Timetable.WaitsFor(recurring, [recurring, daily], Today("02:59:59")));
        Assert.Null(Timetable.WaitsFor(recurring, [recurring, daily with { Enabled = false }], Today("03:00:00")));
    }

    [Fact]
    public void WaitsFor_the_daily_run_keeps_its_gap_to_the_last_recurring_start()
    {
        var recurring = Integration() with { LastStartedAt = Today("02:59:30") };
        var daily = Integration() with { Id = 2, Every = null, Daily = new DailySchedule { At = new TimeOnly(3, 0), TimeZone = "UTC", GapSeconds = 60 } };

        Assert.NotNull(Timetable.WaitsFor(daily, [recurring, daily], Today("03:00:29")));
        Assert.Null(Timetable.WaitsFor(daily, [recurring, daily], Today("03:00:30")));
    }

    private static StoredIntegration Integration() => new()
    {
        Id = 1, Name = "Orders", Type = IntegrationType.SalesOrders, SourceId = 1, DestinationId = 2, Settings = new Dictionary<string, string>(),
        Every = 10, TimeZone = "UTC",
    };

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset Today(string time) => Moment($"2026-11-23T{time}Z");
}
