using PulpoSync.Torture.Mutations;
namespace PulpoSync.Tests.Connectors.Shopify;

/// <summary>A test over captured answers of real shops, which are no part of the repository: left out, with the reason, where they are not at hand.</summary>
internal sealed class FactIfSamplesAttribute : FactAttribute
{
    public FactIfSamplesAttribute()
    {
        if (!Directory.Exists(Samples.Folder)) Skip = $"No captured answers at {Samples.Folder}; set PULPOSYNC_SAMPLES to their folder.";
    }
}
