using System.Text;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Billbee;

/// <summary>A credential as the client uses it: user and API password of the account, and the developer's key.</summary>
internal sealed class BillbeeCredential
{
    private BillbeeCredential(string userName, string password, string developerKey)
    {
        UserName = userName;
        Headers = new Dictionary<string, string>
        {
            ["X-Billbee-Api-Key"] = developerKey,
            ["Authorization"] = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{userName}:{password}"))}",
        };
    }

    /// <summary>The user as typed.</summary>
    public string UserName { get; }

    /// <summary>Both authentications, which every call needs; never logged.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The account: Billbee has one per user name, whatever the case in which it is typed.</summary>
    public string Account => $"billbee:{UserName.ToLowerInvariant()}";

    /// <summary>Reads a context.</summary>
    /// <exception cref="PulpoSyncException"><see cref="ErrorIds.CredentialInvalid"/> where a field is missing or malformed.</exception>
    public static BillbeeCredential From(ConnectorContext context)
    {
        var user = Required(context.Fields, BillbeeSpec.UserName, "the Billbee user: the main user's e-mail, or an employee's user name");
        // Basic authentication parts the two at the first colon.
        if (user.Contains(':', StringComparison.Ordinal)) throw Invalid("a user name holds no colon.", BillbeeSpec.UserName);
        var password = Required(context.Secrets, BillbeeSpec.Password, "the API password (Billbee, Settings, Connection settings, Billbee API)");
        var key = Required(context.Secrets, BillbeeSpec.DeveloperKey, "the developer key, which Billbee's support gives out on request");
        return key.Any(c => c is < '!' or > '~') ? throw Invalid("the developer key holds characters that no key has.", BillbeeSpec.DeveloperKey) : new BillbeeCredential(user, password, key);
    }

    private static string Required(IReadOnlyDictionary<string, string> values, string name, string what) =>
        values.TryGetValue(name, out var text) && !string.IsNullOrWhiteSpace(text) ? text.Trim() : throw Invalid($"{name} is missing: {what}.", name);

    private static PulpoSyncException Invalid(string message, string target) => new(ErrorIds.CredentialInvalid, $"Billbee: {message}", target);
}
