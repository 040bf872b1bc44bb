using PulpoSync.Engine.Setup;
using PulpoSync.Engine.Storage;

namespace PulpoSync.Tests.Setup;

/// <summary>What may be a name, and what is the same name.</summary>
public class NamesTests
{
    private const string Half = "Berlin \ud83c";

    [Fact]
    public void Checked_refuses_half_a_sign() =>
        Assert.Equal(ErrorIds.ConfigInvalid, Assert.Throws<PulpoSyncException>(() => Names.Checked(Half, ErrorIds.ConfigInvalid)).ErrorId);

    [Fact]
    public void Checked_takes_whole_signs_of_any_kind() => Assert.Equal("Größe \U0001F355", Names.Checked(" Größe \U0001F355 ", ErrorIds.ConfigInvalid));

    [Fact]
    public void NameKey_has_a_form_of_whatever_is_asked_for() => Assert.NotEqual(NameKey.Of("Berlin"), NameKey.Of(Half));
}
