using PulpoSync.Engine.Connectors.Shopify.OrderMarks;

namespace PulpoSync.Tests.Connectors.Shopify.OrderMarks;

public class NoteTextTests
{
    [Fact]
    public void Line_that_fits_is_added_whole() => Assert.Equal(("ring\n[PulpoSync 1] A: lot L", false), NoteText.With("ring", "1", "A: lot L"));

    [Fact]
    public void Line_that_is_too_long_ends_after_a_whole_number()
    {
        var line = "A: serial " + string.Join(", ", Enumerable.Range(0, 900).Select(i => $"SN-{i:D4}"));

        var (note, isCut) = NoteText.With("ring", "1", line);

        Assert.True(isCut);
        Assert.InRange(note!.Length, NoteText.Longest - 20, NoteText.Longest);
        Assert.Matches(@"^ring\n\[PulpoSync 1\] A: serial (SN-\d{4}, )*SN-\d{4} …$", note);
        Assert.Equal((note, true), NoteText.With(note, "1", line));
    }

    [Theory]
    [InlineData(4999)]
    [InlineData(4985)]
    [InlineData(6000)]
    public void Note_of_people_without_room_is_never_cut(int length) =>
        Assert.Equal((null, true), NoteText.With(new string('x', length), "1", "A: serial SN-1, SN-2"));
}
