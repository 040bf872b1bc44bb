using System.Text.Json;
using PulpoSync.Engine.Connectors.Pulpo.Catalog;
using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Pulpo.Counter;

/// <summary>The customer that counter sales are booked for, with the address that PULPO keeps for it: an order cannot be without one.</summary>
internal sealed class PulpoCounterCustomer(PulpoClient client, PulpoCustomers customers)
{
    private readonly Dictionary<string, PulpoShipTo> _known = new(StringComparer.Ordinal);

    private readonly PulpoLookup<JsonElement> _lookup = new(
        client, "/iam/third_parties", "third_parties", "identifier_number", PulpoJson.Default.JsonElement,
        party => PulpoStoredProduct.TextOf(party, "identifier_number"), "third_type=C");

    /// <summary>Its address.</summary>
    /// <exception cref="FailureException">Configuration: there is no such customer, or it has no address.</exception>
    public async Task<PulpoShipTo> ShipToAsync(string identifier, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(identifier, out var known)) return known;
        var found = await _lookup.FindAsync([identifier], confirm: true, cancellationToken).ConfigureAwait(false);
        if (!found.TryGetValue(identifier.Trim(), out var parties))
        {
            var examples = PulpoDirectory.Names(await customers.ExamplesAsync(cancellationToken).ConfigureAwait(false));
            throw Invalid("CustomerUnknown", $"PULPO has no customer with the identifier number \"{identifier}\". Set Customer to that of an existing one; there {examples}.");
        }

        return _known[identifier] = parties.Select(Address).OfType<PulpoShipTo>().FirstOrDefault()
            ?? throw Invalid("CustomerWithoutAddress", $"The PULPO customer \"{identifier}\" has no address with street and city, which an order needs. Enter one in PULPO.");
    }

    private static PulpoShipTo? Address(JsonElement party)
    {
        var attributes = PulpoAttributes.Object(party.TryGetProperty("attributes", out var there) ? there : null);
        if (attributes is not { } book || !book.TryGetProperty("addresses", out var list) || list.ValueKind != JsonValueKind.Array) return null;
        foreach (var entry in list.EnumerateArray())
        {
            try
            {
                var address = entry.Deserialize(PulpoJson.Default.PulpoShipTo);
                if (!string.IsNullOrWhiteSpace(address?.Address?.Street) && !string.IsNullOrWhiteSpace(address.Address.City)) return address;
            }
            catch (JsonException)
            {
                // One without what an address is made of is none.
            }
        }

        return null;
    }

    private static FailureException Invalid(string code, string message) => new(new Failure(FailureKind.Configuration, code, message));
}
