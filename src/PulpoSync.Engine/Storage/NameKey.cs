using System.Text;

namespace PulpoSync.Engine.Storage;

/// <summary>Form of a name that is equal for names that differ in case only.</summary>
internal static class NameKey
{
    public static string Of(string name) => name.Trim().Normalize(NormalizationForm.FormC).ToUpperInvariant();
}
