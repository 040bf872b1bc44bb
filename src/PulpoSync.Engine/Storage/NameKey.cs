using System.Text;

namespace PulpoSync.Engine.Storage;

/// <summary>Form of a name that is equal for names that differ in case only.</summary>
internal static class NameKey
{
    public static string Of(string name) => Whole(name.Trim()).Normalize(NormalizationForm.FormC).ToUpperInvariant();

    // Half a sign (an unpaired surrogate) has no normal form; nothing is called so, but somebody may ask for it.
    private static string Whole(string name) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name));
}
