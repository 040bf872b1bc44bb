using System.Security.Cryptography;
using System.Text;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Pulpo;

/// <summary>The identifier under which a customer of a shop is kept at PULPO: ours by its form, unique by the source's account and key.</summary>
internal static class PulpoIdentifiers
{
    private const int MaxLength = 255;

    /// <summary>The identifier of an order's customer; a guest is known by the order.</summary>
    public static string Of(RecordRef reference, Order order) => order.Customer is { } customer
        ? Bounded($"{reference.SourceAccount}:{Short(customer.Key)}")
        : Bounded($"{reference.SourceAccount}:order:{Short(order.Key)}");

    // gid://shopify/Customer/77 says nothing more than 77 beside the account.
    private static string Short(string key) => key.StartsWith("gid://", StringComparison.Ordinal) ? key[(key.LastIndexOf('/') + 1)..] : key;

    private static string Bounded(string identifier) => identifier.Length <= MaxLength
        ? identifier
        : $"{identifier[..(MaxLength - 33)]}#{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(identifier)))[..32]}";
}
