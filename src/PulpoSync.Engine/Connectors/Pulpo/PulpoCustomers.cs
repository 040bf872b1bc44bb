using System.Globalization;
using System.Text.Json;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Pulpo;

/// <summary>
/// PULPO's customers for the customers of a shop: found by an identifier of ours, else made. Existing ones are left as they are: an order carries its own
/// address and contact, and what the warehouse has corrected must not be overwritten by the shop.
/// </summary>
/// <param name="client">Client.</param>
/// <param name="directory">Tenant, merchant and countries.</param>
/// <param name="mostKept">A run keeps what it has learned; beyond so many customers it starts to learn anew.</param>
internal sealed class PulpoCustomers(PulpoClient client, PulpoDirectory directory, int mostKept = 20_000)
{
    private const string Path = "/iam/third_parties";
    private const string Customer = "C";

    private readonly Dictionary<string, long> _known = new(StringComparer.Ordinal);
    private PulpoLookup<PulpoThirdParty>? _lookup;

    /// <summary>The customer of an identifier that a setting names; null: none.</summary>
    public async Task<long?> FindAsync(string identifier, CancellationToken cancellationToken)
    {
        Forget();
        await LearnAsync([identifier], confirm: true, cancellationToken).ConfigureAwait(false);
        return _known.TryGetValue(identifier.Trim(), out var id) ? id : null;
    }

    /// <summary>Some identifiers that exist, for a message.</summary>
    public async Task<IReadOnlyList<string>> ExamplesAsync(CancellationToken cancellationToken)
    {
        var page = await client.PageAsync(Path, "third_parties", $"third_type={Customer}", 0, PulpoJson.Default.PulpoThirdParty, cancellationToken).ConfigureAwait(false);
        // Some keep an e-mail address as identifier, which is nobody else's business; those of our own form are last.
        return [.. (page?.Items ?? []).Select(party => party.IdentifierNumber).OfType<string>()
            .Where(identifier => !identifier.Contains('@', StringComparison.Ordinal)).OrderBy(identifier => identifier.Contains(':', StringComparison.Ordinal)).Take(10)];
    }

    /// <summary>Finds or makes customers.</summary>
    /// <param name="wanted">Orders by the identifier of their customer.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Per identifier the customer's id, or why there is none.</returns>
    public async Task<IReadOnlyDictionary<string, (long? Id, Failure? Failure)>> FindOrMakeAsync(
        IReadOnlyDictionary<string, Order> wanted, CancellationToken cancellationToken)
    {
        Forget();
        await LearnAsync(wanted.Keys, confirm: false, cancellationToken).ConfigureAwait(false);
        var refused = new Dictionary<string, Failure>(StringComparer.Ordinal);
        foreach (var chunk in wanted.Where(pair => !_known.ContainsKey(pair.Key)).Chunk(PulpoAssumptions.BulkSize))
        {
            await MakeAsync(chunk, refused, cancellationToken).ConfigureAwait(false);
        }

        return wanted.Keys.ToDictionary(
            identifier => identifier,
            identifier => _known.TryGetValue(identifier, out var id) ? ((long?)id, (Failure?)null) : (null, refused[identifier]),
            StringComparer.Ordinal);
    }

    // Only between two questions: the answer to one is put together from what was learned for it.
    private void Forget()
    {
        if (_known.Count > mostKept) _known.Clear();
    }

    private async Task LearnAsync(IEnumerable<string> identifiers, bool confirm, CancellationToken cancellationToken)
    {
        var missing = identifiers.Where(identifier => !_known.ContainsKey(identifier.Trim())).ToList();
        if (missing.Count == 0) return;
        var lookup = await LookupAsync(cancellationToken).ConfigureAwait(false);
        var found = await lookup.FindAsync(missing, confirm, cancellationToken).ConfigureAwait(false);
        foreach (var (identifier, parties) in found) _known[identifier] = parties.OrderByDescending(party => party.Active != false).ThenBy(party => party.Id).First().Id;
    }

    // Without a merchant PULPO looks among those of the default merchant.
    private async Task<PulpoLookup<PulpoThirdParty>> LookupAsync(CancellationToken cancellationToken)
    {
        var (merchant, _) = await directory.MerchantAsync(cancellationToken).ConfigureAwait(false);
        return _lookup ??= new PulpoLookup<PulpoThirdParty>(
            client, Path, "third_parties", "identifier_number", PulpoJson.Default.PulpoThirdParty, party => party.IdentifierNumber,
            merchant is null ? $"third_type={Customer}" : FormattableString.Invariant($"third_type={Customer}&merchant_id={merchant}"));
    }

    private async Task MakeAsync(KeyValuePair<string, Order>[] missing, Dictionary<string, Failure> refused, CancellationToken cancellationToken)
    {
        var bodies = new List<PulpoThirdPartyBody>();
        foreach (var (identifier, order) in missing) bodies.Add(await BodyAsync(identifier, order, cancellationToken).ConfigureAwait(false));
        var answer = await BulkAsync(bodies, cancellationToken).ConfigureAwait(false);
        foreach (var (identifier, id) in answer.Done)
        {
            if (long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) _known[identifier] = number;
        }

        // Taken (made by somebody else meanwhile, or by a call whose answer was lost) or not named at all: looked up, and if it is not there made alone.
        var open = bodies.Where(body => !_known.ContainsKey(body.IdentifierNumber)).ToList();
        await LearnAsync(open.Select(body => body.IdentifierNumber), confirm: true, cancellationToken).ConfigureAwait(false);
        foreach (var body in open.Where(body => !_known.ContainsKey(body.IdentifierNumber)))
        {
            if (answer.Errors.TryGetValue(body.IdentifierNumber, out var errors)) refused[body.IdentifierNumber] = PulpoErrors.Refusal("the order's customer", errors);
            else await MakeAloneAsync(body, refused, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<PulpoBulkAnswer> BulkAsync(List<PulpoThirdPartyBody> bodies, CancellationToken cancellationToken)
    {
        try
        {
            var json = PulpoBody.Of(bodies);
            var reply = await client.SendAsync(HttpMethod.Post, "/iam/bulk/third_parties", CallKind.Write, null, json, cancellationToken).ConfigureAwait(false);
            return PulpoBulkAnswer.Read(reply, "identifier_number");
        }
        catch (FailureException e) when (e.OutcomeUnknown)
        {
            return new PulpoBulkAnswer(new Dictionary<string, string>(), new Dictionary<string, IReadOnlyList<PulpoError>>());
        }
    }

    private async Task MakeAloneAsync(PulpoThirdPartyBody body, Dictionary<string, Failure> refused, CancellationToken cancellationToken)
    {
        try
        {
            await MakeOneAsync(body, refused, cancellationToken).ConfigureAwait(false);
        }
        catch (FailureException e) when (e.OutcomeUnknown)
        {
            // One customer that PULPO cannot digest must not hold up the others.
            refused[body.IdentifierNumber] = e.Failure;
        }
    }

    private async Task MakeOneAsync(PulpoThirdPartyBody body, Dictionary<string, Failure> refused, CancellationToken cancellationToken)
    {
        var json = PulpoBody.Of(body);
        var reply = await client.SendAsync(HttpMethod.Post, Path, CallKind.Write, null, json, cancellationToken).ConfigureAwait(false);
        if (!reply.IsSuccess && reply.Status is not (400 or 422)) throw new FailureException(client.Failure(HttpMethod.Post, Path, reply));
        // Made now, or by a call whose answer was lost and which came through only after we had looked.
        await LearnAsync([body.IdentifierNumber], confirm: true, cancellationToken).ConfigureAwait(false);
        if (!_known.ContainsKey(body.IdentifierNumber)) refused[body.IdentifierNumber] = PulpoErrors.Refusal("the order's customer", PulpoErrors.Read(reply));
    }

    private async Task<PulpoThirdPartyBody> BodyAsync(string identifier, Order order, CancellationToken cancellationToken)
    {
        var (merchant, channel) = await directory.MerchantAsync(cancellationToken).ConfigureAwait(false);
        var address = order.BillTo ?? order.ShipTo;
        var country = await directory.CountryAsync(address?.CountryCode, cancellationToken).ConfigureAwait(false);
        var shown = address is null ? null : PulpoShipToBuilder.Build(order, address, country);
        var name = string.IsNullOrWhiteSpace(order.Customer?.Name) ? shown?.Name ?? order.Name : order.Customer.Name.Trim();
        return new PulpoThirdPartyBody
        {
            TenantId = await directory.TenantAsync(cancellationToken).ConfigureAwait(false),
            Name = name.Length > PulpoAssumptions.SafeTextLength ? PulpoText.Whole(name, PulpoAssumptions.SafeTextLength) : name,
            IdentifierType = PulpoAssumptions.IdentifierType,
            IdentifierNumber = identifier,
            ThirdType = Customer,
            Email = order.Customer?.Email ?? order.Email,
            Attributes = shown is null ? null : new PulpoAddressBook([shown]),
            MerchantId = merchant,
            MerchantChannelId = channel,
        };
    }
}
