namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Checks that ids in a body lead somewhere.</summary>
internal static class References
{
    public static void CheckWarehouse(PulpoCall call, Changeset sent, long? warehouse)
    {
        if (warehouse is not { } id) return;
        if (call.World.Warehouses.Find(id) is null) sent.Fail("warehouse_id", FieldError.Missing);
        else if (!call.User.MayUse(id)) sent.Fail("warehouse_id", "is not assigned to the user");
    }

    public static void CheckMerchant(PulpoWorld world, Changeset sent, long? merchant, long? channel)
    {
        if (merchant is { } id && world.Merchants.Find(id) is null) sent.Fail("merchant_id", FieldError.Missing);
        if (channel is { } channelId && world.Channels.Find(channelId) is null) sent.Fail("merchant_channel_id", FieldError.Missing);
    }

    /// <param name="world">The world.</param>
    /// <param name="sent">The body.</param>
    /// <param name="thirdParty">The id.</param>
    /// <param name="type"><c>C</c> or <c>S</c> where only customers or only suppliers fit (inferred); null where both do.</param>
    public static void CheckThirdParty(PulpoWorld world, Changeset sent, long? thirdParty, string? type = null)
    {
        if (thirdParty is not { } id) return;
        if (world.ThirdParties.Find(id) is not { Deleted: false } party) sent.Fail("third_party_id", FieldError.Missing);
        else if (type is not null && party.ThirdType != type) sent.Fail("third_party_id", FieldError.Invalid);
    }
}
