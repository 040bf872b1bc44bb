using System.Text.Json.Nodes;

namespace PulpoSync.Torture.Mutations;

/// <summary>A member of an object or an item of a list.</summary>
/// <param name="Owner">The object or list.</param>
/// <param name="Name">Name of the member; null: it is an item.</param>
/// <param name="Index">Number of the item.</param>
/// <param name="Value">What stands there.</param>
internal sealed record JsonPlace(JsonNode Owner, string? Name, int Index, JsonNode? Value)
{
    public void Set(JsonNode? value)
    {
        if (Name is null) Owner.AsArray()[Index] = value;
        else Owner.AsObject()[Name] = value;
    }

    public void Remove()
    {
        if (Name is null) Owner.AsArray().RemoveAt(Index);
        else Owner.AsObject().Remove(Name);
    }
}
