namespace PulpoSync.Sandbox;

/// <summary>What a list of values (<c>field[]=a&amp;field[]=b</c> or <c>field=to_list:a,b</c>) does to a filter.</summary>
public enum MultiValueFilter
{
    /// <summary>Rows with any of the values.</summary>
    On,

    /// <summary>Taken for one literal text, which no row has: nothing is found.</summary>
    Empty,

    /// <summary>The parameter is ignored: everything is found.</summary>
    Ignored,
}
