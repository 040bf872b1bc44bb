namespace PulpoSync.Sandbox;

/// <summary>The form of <c>errors</c> in a refusal.</summary>
public enum ErrorShape
{
    /// <summary><c>{"order_num":["has already been taken"]}</c></summary>
    MapOfLists,

    /// <summary><c>{"order_num":"has already been taken"}</c></summary>
    MapOfTexts,

    /// <summary><c>[{"order_num":"has already been taken"}]</c>, as PULPO's contract declares.</summary>
    ListOfMaps,

    /// <summary>
    /// <c>{"items":[{},{"quantity":["is invalid"]}]}</c>: parts of an order keep their place, as the framework behind PULPO does by itself.
    /// </summary>
    Nested,
}
