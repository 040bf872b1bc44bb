using System.Text.Json;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Torture.Secrets;

/// <summary>Personal data that stand in the worlds' records and in what their answers are spoilt with. None of it may be in what the product says.</summary>
internal static class Canaries
{
    public const string FirstName = "Kanaria";
    public const string LastName = "Vogelsang";
    public const string Name = $"{FirstName} {LastName}";
    public const string Email = "kanaria.vogelsang@example.test";
    public const string Phone = "+4930998877";
    public const string Street = "Volierenweg 17";
    public const string Note = "Bitte beim Wellensittich klingeln";

    private static readonly string[] All = [FirstName, LastName, Email, Phone, Street, "Wellensittich"];

    /// <summary>A refusal that quotes them under every name that vendors give to such texts.</summary>
    public static string Refusal { get; } = JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["errors"] = new Dictionary<string, string[]> { ["name"] = [$"{Name} is invalid"], [Street] = [Email] },
        ["message"] = $"{Name}, {Street}", ["error"] = Email, ["error_description"] = Phone, ["Message"] = Name, ["ErrorMessage"] = Name, ["ErrorCode"] = 99,
    });

    /// <summary>A web page that holds them.</summary>
    public static string Html { get; } = $"<html><body><p>{Name}</p><p>{Email}</p></body></html>";

    /// <summary>What a failure tells that nobody may read; empty: nothing.</summary>
    public static IEnumerable<string> In(Failure failure, IEnumerable<string> secrets) => In($"{failure.Code} {failure.Message}", secrets);

    /// <inheritdoc cref="In(Failure, IEnumerable{string})"/>
    public static IEnumerable<string> In(Exception exception, IEnumerable<string> secrets) => In(exception.ToString(), secrets);

    /// <inheritdoc cref="In(Failure, IEnumerable{string})"/>
    public static IEnumerable<string> In(string text, IEnumerable<string> secrets) =>
        All.Concat(secrets).Where(canary => text.Contains(canary, StringComparison.OrdinalIgnoreCase));
}
