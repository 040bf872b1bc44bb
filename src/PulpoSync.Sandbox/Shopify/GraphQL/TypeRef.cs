namespace PulpoSync.Sandbox.Shopify;

/// <summary>A type as it is used: a named type or a list of something, nullable or not.</summary>
internal sealed record TypeRef(string Name, bool IsNonNull, TypeRef? Element = null)
{
    /// <summary>The type inside all lists.</summary>
    public string Named => Element?.Named ?? Name;

    public TypeRef AsNullable => IsNonNull ? this with { IsNonNull = false } : this;

    public override string ToString() => (Element is null ? Name : $"[{Element}]") + (IsNonNull ? "!" : "");
}
