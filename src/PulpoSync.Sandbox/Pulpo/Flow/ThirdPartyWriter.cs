using System.Text.Json;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Checks and writes customers and suppliers.</summary>
internal static class ThirdPartyWriter
{
    public static Change<ThirdParty> Create(PulpoCall call, JsonElement body) =>
        Write(call, body, new ThirdParty { MerchantId = call.World.DefaultMerchant?.Id }, call.World.ThirdParties.Add);

    public static Change<ThirdParty> Update(PulpoCall call, JsonElement body, ThirdParty before) =>
        Write(call, body, before, call.World.ThirdParties.Update);

    private static Change<ThirdParty> Write(PulpoCall call, JsonElement body, ThirdParty before, Func<ThirdParty, ThirdParty> store)
    {
        var sent = call.Changeset(body);
        var row = before with
        {
            Name = sent.Text("name", before.Name),
            IdentifierType = sent.Text("identifier_type", before.IdentifierType),
            IdentifierNumber = sent.Text("identifier_number", before.IdentifierNumber),
            ThirdType = sent.Text("third_type", before.ThirdType),
            TenantId = sent.Integer("tenant_id", before.TenantId),
            Email = sent.Text("email", before.Email),
            ErpCode = sent.Text("erp_code", before.ErpCode),
            ErpId = sent.Text("erp_id", before.ErpId),
            Active = sent.Flag("active", before.Active) ?? true,
            Attributes = sent.Map("attributes", before.Attributes),
            MerchantId = sent.Integer("merchant_id", before.MerchantId),
            MerchantChannelId = sent.Integer("merchant_channel_id", before.MerchantChannelId),
        };
        sent.Require("name", row.Name);
        sent.Require("identifier_type", row.IdentifierType);
        sent.Require("identifier_number", row.IdentifierNumber);
        sent.Require("third_type", row.ThirdType);
        sent.Require("tenant_id", row.TenantId);
        if (row.ThirdType is not (null or "C" or "S")) sent.Fail("third_type", FieldError.Invalid);
        if (row.TenantId is { } tenant && tenant != call.Options.TenantId) sent.Fail("tenant_id", FieldError.Missing);
        References.CheckMerchant(call.World, sent, row.MerchantId, row.MerchantChannelId);
        if (row.IdentifierNumber is { } number && call.World.ThirdPartiesByNumber.Find(number).Any(other => Collides(call.Options, other, row)))
            sent.Fail("identifier_number", FieldError.Taken);
        return sent.Errors.Count > 0 ? Change<ThirdParty>.Refuse(sent.Errors) : store(row);
    }

    private static bool Collides(TenantOptions options, ThirdParty other, ThirdParty row) =>
        other.Id != row.Id && !other.Deleted
        && (options.UniqueIdentifierNumber || (other.Name, other.IdentifierType, other.ThirdType) == (row.Name, row.IdentifierType, row.ThirdType));
}
