using PulpoSync.Records;

namespace PulpoSync.Tests.Abstractions;

public sealed class OwnNoteTests
{
    [Theory]
    [InlineData(null, "[PulpoSync 4711] Lot 7")]
    [InlineData("Ring the bell", "Ring the bell\n[PulpoSync 4711] Lot 7")]
    [InlineData("Ring\r\nthe bell", "Ring\nthe bell\n[PulpoSync 4711] Lot 7")]
    [InlineData("[PulpoSync 4711] Lot 6\nRing the bell", "[PulpoSync 4711] Lot 7\nRing the bell")]
    [InlineData("[PulpoSync 4711_1] Lot 6", "[PulpoSync 4711_1] Lot 6\n[PulpoSync 4711] Lot 7")]
    public void With_adds_a_line_or_replaces_its_own(string? note, string expected) => Assert.Equal(expected, OwnNote.With(note, "4711", "Lot 7"));

    [Theory]
    [InlineData(null, null)]
    [InlineData("Ring the bell", "Ring the bell")]
    [InlineData("Ring the bell\n[PulpoSync 4711] Lot 7", "Ring the bell")]
    [InlineData("[PulpoSync 4711] Lot 7\nRing the bell", "Ring the bell")]
    [InlineData("[PulpoSync 4711] Lot 7", null)]
    [InlineData("About [PulpoSync 4711] Lot 7", "About [PulpoSync 4711] Lot 7")]
    public void Without_leaves_what_people_wrote(string? note, string? expected) => Assert.Equal(expected, OwnNote.Without(note));

    [Fact]
    public void With_line_breaks_in_the_text_stay_on_one_line() => Assert.Equal("[PulpoSync 1] a b", OwnNote.With(null, "1", "a\nb"));
}
