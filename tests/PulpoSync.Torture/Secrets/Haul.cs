using System.Text;

namespace PulpoSync.Torture.Secrets;

/// <summary>All that is kept, said or written, by the kind of place where it stands.</summary>
internal sealed class Haul
{
    private readonly Dictionary<string, List<(string What, byte[] Content)>> _places = [];

    /// <summary>The places, and how many bytes lie there.</summary>
    public IReadOnlyList<(string Place, long Bytes)> Places => [.. _places.Select(place => (place.Key, place.Value.Sum(item => (long)item.Content.Length)))];

    public void Add(string place, string what, string? text)
    {
        if (!string.IsNullOrEmpty(text)) Add(place, what, Encoding.UTF8.GetBytes(text));
    }

    public void Add(string place, string what, byte[] content)
    {
        if (!_places.TryGetValue(place, out var items)) _places[place] = items = [];
        items.Add((what, content));
    }

    /// <summary>Adds files as they are, also such as somebody has open.</summary>
    public void AddFiles(string place, IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var content = new MemoryStream();
            stream.CopyTo(content);
            Add(place, file, content.ToArray());
        }
    }

    /// <summary>What was found in a place.</summary>
    public IReadOnlyList<string> Search(string place, Finder finder) =>
        [.. _places[place].SelectMany(item => finder.In(item.Content).Select(found => $"{place}, {item.What}: {found}"))];

    /// <summary>Puts each thing that is looked for, in each form, into a copy of what lies in a place, and looks whether it is found there.</summary>
    /// <returns>How many were put there, and how many were not found.</returns>
    public (int Planted, int Missed) Prove(string place, Finder finder)
    {
        var copy = _places[place].Select(item => item.Content).Where(content => content.Length > 0).MinBy(content => content.Length) ?? [];
        var patterns = finder.Patterns.ToList();
        return (patterns.Count, patterns.Count(pattern => !finder.IsIn([.. copy[..(copy.Length / 2)], .. pattern, .. copy[(copy.Length / 2)..]])));
    }
}
