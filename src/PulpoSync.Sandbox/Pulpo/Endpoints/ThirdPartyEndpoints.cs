using System.Text.Json;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Customers and suppliers.</summary>
internal static class ThirdPartyEndpoints
{
    private static readonly Resource<ThirdParty> Resource = new("third_parties", w => w.ThirdParties,
        Fields.Text<ThirdParty>("identifier_type", p => p.IdentifierType),
        Fields.Text<ThirdParty>("identifier_number", p => p.IdentifierNumber, (world, number) => world.ThirdPartiesByNumber.Find(number)),
        Fields.Text<ThirdParty>("name", p => p.Name),
        Fields.Text<ThirdParty>("third_type", p => p.ThirdType),
        Fields.Flag<ThirdParty>("active", p => p.Active),
        Fields.Text<ThirdParty>("erp_code", p => p.ErpCode),
        Fields.Text<ThirdParty>("erp_id", p => p.ErpId),
        Fields.Integer<ThirdParty>("merchant_id", p => p.MerchantId))
    {
        Hidden = (call, party) => party.Deleted || OfAnotherMerchant(call, party),
    };

    public static IEnumerable<PulpoRoute> Routes { get; } =
    [
        new("GET", "iam/third_parties", Resource.List),
        new("POST", "iam/third_parties", call => Answer(call, ThirdPartyWriter.Create(call, call.Body))),
        new("GET", "iam/third_parties/{id}", call => WithRow(call, row => Resource.Show(call, row))),
        new("PUT", "iam/third_parties/{id}", call => WithRow(call, row => Answer(call, ThirdPartyWriter.Update(call, call.Body, row)))),
        new("DELETE", "iam/third_parties/{id}", call => WithRow(call, row => Resource.Show(call, Delete(call, row)))),
        new("POST", "iam/bulk/third_parties", call => Bulk(call, "created", body => ThirdPartyWriter.Create(call, body))),
        new("PUT", "iam/bulk/third_parties", call => Bulk(call, "updated", body => Update(call, body))),
    ];

    // PULPO's contract: "Filter by a given merchant else use the default merchant_id".
    private static bool OfAnotherMerchant(PulpoCall call, ThirdParty party) =>
        !call.Query.Values.ContainsKey("merchant_id") && call.World.DefaultMerchant is { } merchant && party.MerchantId != merchant.Id;

    private static PulpoAnswer WithRow(PulpoCall call, Func<ThirdParty, PulpoAnswer> answer) =>
        call.World.ThirdParties.Find(call.Id()) is { Deleted: false } row ? answer(row) : call.MissingId();

    private static PulpoAnswer Answer(PulpoCall call, Change<ThirdParty> change) =>
        change.Row is { } row ? Resource.Show(call, row, StatusCodes.Status201Created) : call.Refused(change.Errors);

    private static ThirdParty Delete(PulpoCall call, ThirdParty row) =>
        call.World.ThirdParties.Update(row with { DeletedAt = call.World.Now, DeletedBy = call.User.Id, Active = false });

    private static PulpoAnswer Bulk(PulpoCall call, string done, Func<JsonElement, Change<ThirdParty>> write) =>
        BulkAnswer.Of(call, done, write, e => BulkAnswer.TextOf(e, "identifier_number"), row => new { row.Id, row.IdentifierNumber });

    // By which field a bulk update finds its rows is not documented: the id, else the number.
    private static Change<ThirdParty> Update(PulpoCall call, JsonElement body)
    {
        var sent = call.Changeset(body);
        var row = sent.Integer("id", null) is { } id ? call.World.ThirdParties.Find(id)
            : call.World.ThirdPartiesByNumber.Find(BulkAnswer.TextOf(body, "identifier_number")).FirstOrDefault(p => !p.Deleted);
        return row is { Deleted: false } ? ThirdPartyWriter.Update(call, body, row) : new FieldError("id", FieldError.Missing);
    }
}
