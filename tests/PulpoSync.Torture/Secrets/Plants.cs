using System.Globalization;

namespace PulpoSync.Torture.Secrets;

/// <summary>What is planted in one round, to be found nowhere afterwards: a secret for every credential field, and a mark that every personal text holds.</summary>
internal sealed class Plants
{
    private readonly string _mark;
    private readonly string _digits;
    private int _people;

    public Plants(Random random)
    {
        _mark = "zq" + new string(random.GetItems("abcdefghijklmnopqrstuvwxyz".AsSpan(), 8));
        _digits = new string(random.GetItems("0123456789".AsSpan(), 14));
        // None of them looks like a token, so that only knowing them helps. What travels as a header of its own is ASCII.
        Token = $"CANARY/token+{_mark}=&\"x\"";
        ClientSecret = $"CANARY secret&{_mark}+/\"y\"";
        Password = $"CANARY pässwörd+{_mark}/\"z\"";
        OtherPassword = $"CANARY <Paßwort> {_mark}'%&";
        ApiPassword = $"CANARY schlüssel:{_mark}\\/+";
        DeveloperKey = $"CANARY-key/{_mark}+=;";
    }

    public string Token { get; }
    public string ClientSecret { get; }
    public string Password { get; }
    public string OtherPassword { get; }
    public string ApiPassword { get; }
    public string DeveloperKey { get; }

    /// <summary>Secrets that work, and those of the user's mistakes.</summary>
    public IReadOnlyList<string> Secrets => [.. Right, .. Right.Select(Wrong)];

    /// <summary>What stands in every personal text.</summary>
    public IReadOnlyList<string> Marks => [$"{_mark}p", $"{_mark}p".ToUpperInvariant(), _digits];

    private string[] Right => [Token, ClientSecret, Password, OtherPassword, ApiPassword, DeveloperKey];

    /// <summary>What a user might type instead of a secret.</summary>
    public static string Wrong(string secret) => secret.Replace("CANARY", "WRONG", StringComparison.Ordinal);

    /// <summary>A personal text for a field of that name.</summary>
    public string Person(string field)
    {
        var number = (++_people).ToString(CultureInfo.InvariantCulture);
        return field.Contains("mail", StringComparison.OrdinalIgnoreCase) ? $"{_mark}p{number}@example.test"
            : field.Contains("phone", StringComparison.OrdinalIgnoreCase) || field.StartsWith("Tel", StringComparison.Ordinal) ? $"+49 {_digits}{number}"
            : $"Ä {_mark}p{number} \"O'Brien\"";
    }
}
