using PulpoSync.Tests.EndToEnd.Billbee;
using PulpoSync.Tests.EndToEnd.Billbee.Week;
using PulpoSync.Tests.EndToEnd.Fortnight;
using PulpoSync.Tests.EndToEnd.Kills;
using PulpoSync.Tests.EndToEnd.Shipments;
using PulpoSync.Tests.Torture;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("PulpoSync.Tests.Support.LongestFirst", "PulpoSync.Tests")]

namespace PulpoSync.Tests.Support;

/// <summary>Begins with the classes that take minutes, so that none of them is left over, on one core, when everything else is done.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly List<string> Long =
    [
        .. new[]
        {
            typeof(FortnightTests), typeof(CompanyTests), typeof(WeekTests), typeof(FaultsTests), typeof(KillsTests), typeof(KillTests), typeof(LabelKillTests),
            typeof(LostShipmentTests),
        }.Select(type => type.FullName!),
        // One after the other, and long together.
        "Cli",
    ];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) => testCollections.OrderBy(Place);

    // A class without a collection of its own is one that is named after it.
    private static int Place(ITestCollection collection) =>
        Long.FindIndex(name => collection.DisplayName.EndsWith(name, StringComparison.Ordinal)) is >= 0 and var place ? place : Long.Count;
}
