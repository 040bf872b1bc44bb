using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Setup;

namespace PulpoSync.Tests.Setup;

public class SettingParserTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData(SettingKind.Text, "  DE-  ", "DE-")]
    [InlineData(SettingKind.TextList, "vip\n gift \n", "vip\ngift")]
    [InlineData(SettingKind.ChoiceList, "paid\nPartially refunded\npartially-refunded", "PAID\nPARTIALLY_REFUNDED")]
    [InlineData(SettingKind.Switch, "On", "true")]
    [InlineData(SettingKind.Switch, "0", "false")]
    [InlineData(SettingKind.Number, "50", "50")]
    [InlineData(SettingKind.Moment, "2026-11-01", "2026-10-31T23:00:00.0000000Z")]
    [InlineData(SettingKind.Moment, "2026-07-01 08:00", "2026-07-01T06:00:00.0000000Z")]
    [InlineData(SettingKind.Moment, "2026-11-01T08:00:00Z", "2026-11-01T08:00:00.0000000Z")]
    [InlineData(SettingKind.Moment, "2026-11-01T08:00:00+02:00", "2026-11-01T06:00:00.0000000Z")]
    [InlineData(SettingKind.Moment, "2026-11-01T08:00:00.0000000+01:00", "2026-11-01T07:00:00.0000000Z")]
    [InlineData(SettingKind.Moment, "2026-10-25T02:30:00+01:00", "2026-10-25T01:30:00.0000000Z")]
    [InlineData(SettingKind.Map, "Main street = Berlin\nLager = Nord = Hamburg", "Main street = Berlin\nLager = Nord = Hamburg")]
    public void Parse_what_people_type_becomes_the_stored_form(SettingKind kind, string text, string stored) =>
        Assert.Equal(stored, SettingParser.Parse(Spec(kind), text, Berlin));

    [Theory]
    [InlineData(SettingKind.ChoiceList, "PAYED", "Type one of PAID, PARTIALLY_REFUNDED")]
    [InlineData(SettingKind.Switch, "maybe", "Type true or false")]
    [InlineData(SettingKind.Number, "51", "Type a whole number from 1 to 50")]
    [InlineData(SettingKind.Number, "-1", "Type a whole number from 1 to 50")]
    [InlineData(SettingKind.Number, "1.5", "Type a whole number from 1 to 50")]
    [InlineData(SettingKind.Moment, "yesterday", "Type a date such as 2026-11-01")]
    [InlineData(SettingKind.Moment, "03.04.2026", "Type a date such as 2026-11-01")]
    [InlineData(SettingKind.Moment, "03/04/2026", "Type a date such as 2026-11-01")]
    [InlineData(SettingKind.Moment, "2026-02-30", "Type a date such as 2026-11-01")]
    [InlineData(SettingKind.Moment, "12:30", "Type a date such as 2026-11-01")]
    [InlineData(SettingKind.Moment, "0001-01-01", "Type a date such as 2026-11-01")]
    [InlineData(SettingKind.Moment, "9999-12-31", "Type a date such as 2026-11-01")]
    [InlineData(SettingKind.Map, "Berlin", "Type pairs of the form Location=Warehouse")]
    public void Parse_what_does_not_fit_is_refused_with_what_to_type(SettingKind kind, string text, string advice)
    {
        var error = Assert.Throws<PulpoSyncException>(() => SettingParser.Parse(Spec(kind), text, Berlin));

        Assert.Equal(ErrorIds.SettingInvalid, error.ErrorId);
        Assert.StartsWith($"Example cannot be \"{text}\".", error.Message, StringComparison.Ordinal);
        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
    }

    private static SettingSpec Spec(SettingKind kind) =>
        new() { Name = "Example", Kind = kind, Description = "", Choices = ["PAID", "PARTIALLY_REFUNDED"], Minimum = 1, Maximum = 50 };
}
