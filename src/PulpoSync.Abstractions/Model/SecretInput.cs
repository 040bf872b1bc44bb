using System.Security;

namespace PulpoSync;

/// <summary>A secret as a user gives it: the text itself (never shown again), or where to find it each time it is needed.</summary>
public sealed class SecretInput
{
    private SecretInput(string? text, SecretReference? reference)
    {
        Text = text;
        Reference = reference;
    }

    /// <summary>The secret itself; null for a reference.</summary>
    public string? Text { get; }

    /// <summary>Where to find it; null for a text.</summary>
    public SecretReference? Reference { get; }

    /// <summary>A secret given as it is.</summary>
    public static SecretInput FromText(string text) => new(text, null);

    /// <summary>A secret given as a secure string.</summary>
    public static SecretInput FromSecureString(SecureString secret) => new(new System.Net.NetworkCredential("", secret).Password, null);

    /// <summary>A secret given by reference, resolved whenever it is used.</summary>
    public static SecretInput FromReference(SecretReference reference) => new(null, reference);

    /// <summary>Never the secret.</summary>
    public override string ToString() => Reference?.ToString() ?? "***";
}
