using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Flows.Shipments;
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
    [InlineData("Zahlung_erhalten", "PAID")]
    [InlineData("  zahlung erhalten ", "PAID")]
    [InlineData("ZAHLUNG-ERHALTEN", "PAID")]
    [InlineData("3", "PAID")]
    [InlineData("partially refunded", "PARTIALLY_REFUNDED")]
    public void Parse_of_another_word_for_a_choice_gives_the_choice(string word, string choice)
    {
        Assert.Equal(choice, SettingParser.Parse(WithAliases(SettingKind.Choice), word, Berlin));
        Assert.Equal(choice, SettingParser.Parse(WithAliases(SettingKind.ChoiceList), $"{word}\n{choice}\n{word}", Berlin));
    }

    [Fact]
    public void Parse_of_a_word_that_is_a_choice_never_asks_the_other_words()
    {
        var spec = WithAliases(SettingKind.Choice) with { Aliases = new Dictionary<string, string> { ["paid"] = "PARTIALLY_REFUNDED" } };
        Assert.Equal("PAID", SettingParser.Parse(spec, "Paid", Berlin));
    }

    [Fact]
    public void Parse_of_an_unknown_word_names_the_choices_alone()
    {
        var error = Assert.Throws<PulpoSyncException>(() => SettingParser.Parse(WithAliases(SettingKind.Choice), "Bezahlt", Berlin));
        Assert.EndsWith("Type one of PAID, PARTIALLY_REFUNDED.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_of_a_map_of_other_things_says_what_its_pairs_are()
    {
        var spec = ShipmentSettings.Specs.Single(spec => spec.Name == nameof(ShipmentSettings.CarrierMap));
        var error = Assert.Throws<PulpoSyncException>(() => SettingParser.Parse(spec, "dhl_express", Berlin));
        Assert.Equal("CarrierMap cannot be \"dhl_express\". Type pairs of the form dhl_express=DHL Express.", error.Message);
    }

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

    private static SettingSpec WithAliases(SettingKind kind) =>
        Spec(kind) with { Aliases = new Dictionary<string, string> { ["Zahlung_erhalten"] = "PAID", ["3"] = "PAID" } };

    private static SettingSpec Spec(SettingKind kind) =>
        new() { Name = "Example", Kind = kind, Description = "", Choices = ["PAID", "PARTIALLY_REFUNDED"], Minimum = 1, Maximum = 50 };
}
