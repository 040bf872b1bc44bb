namespace PulpoSync.Sandbox;

/// <summary>The kinds of positions that each warehouse has one of; the numbers are PULPO's ids of location types here.</summary>
public enum PulpoPlace
{
    /// <summary>Where goods are picked from; the only ones that count as available.</summary>
    Storage = 1,

    /// <summary>Where picked goods wait to be packed, and packed ones to be brought out.</summary>
    Packing = 2,

    /// <summary>Where packed goods wait for the carrier.</summary>
    Shipping = 3,

    /// <summary>Where returned goods are, which are not for sale.</summary>
    Return = 4,

    /// <summary>Where goods are that have come in and are not put away.</summary>
    Reception = 5,

    /// <summary>Where goods of a counter are.</summary>
    Shop = 6,
}
