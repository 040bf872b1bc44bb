using System.Collections;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.Tests.PowerShell;

public sealed class SettingTextTests
{
    public static TheoryData<object?, string?> Values => new()
    {
        { null, null },
        { "", null },
        { "  ", null },
        { " PAID ", "PAID" },
        { true, "true" },
        { false, "false" },
        { 250, "250" },
        { 1.5m, "1.5" },
        { new[] { "a", "", "b" }, "a\nb" },
        { new object[] { 1, true }, "1\ntrue" },
        { Array.Empty<string>(), null },
        { new Hashtable { ["Nord = 1"] = "N", ["Altona"] = 2 }, "Altona=2\nNord = 1=N" },
        { new DateTime(2026, 3, 31, 12, 0, 0, DateTimeKind.Unspecified), "2026-03-31T12:00:00" },
        { new DateTime(2026, 3, 31, 12, 0, 0, DateTimeKind.Utc), "2026-03-31T12:00:00.0000000+00:00" },
        { new DateTimeOffset(2026, 3, 31, 12, 0, 0, TimeSpan.FromHours(2)), "2026-03-31T12:00:00.0000000+02:00" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void From_writes_every_form(object? value, string? expected) => Assert.Equal(expected, SettingText.From(value));

    [Theory]
    [InlineData("PAID;PENDING", "PAID\nPENDING")]
    [InlineData("PAID, PENDING", "PAID\nPENDING")]
    [InlineData(" ; ", null)]
    public void FromList_takes_several_entries_from_one_text(string text, string? expected) => Assert.Equal(expected, SettingText.FromList([text]));

    [Fact]
    public void ParseMap_parts_at_the_last_equals_sign()
    {
        var map = SettingText.ParseMap("Lager = Nord=N; Altona=HAM, 2 ;", out var fault)!;

        Assert.Null(fault);
        Assert.Equal(("N", "HAM, 2"), (map["lager = nord"], map["Altona"]));
    }

    [Theory]
    [InlineData("Altona", "Altona")]
    [InlineData("A=1;=2", "=2")]
    public void ParseMap_names_the_entry_that_is_no_pair(string text, string expected)
    {
        Assert.Null(SettingText.ParseMap(text, out var fault));
        Assert.Equal(expected, fault);
    }
}
