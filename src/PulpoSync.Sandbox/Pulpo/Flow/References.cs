namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Checks that ids in a body lead somewhere.</summary>
internal static class References
{
    public static void CheckMerchant(PulpoWorld world, Changeset sent, long? merchant, long? channel)
    {
        if (merchant is { } id && world.Merchants.Find(id) is null) sent.Fail("merchant_id", FieldError.Missing);
        if (channel is { } channelId && world.Channels.Find(channelId) is null) sent.Fail("merchant_channel_id", FieldError.Missing);
    }

    public static void CheckThirdParty(PulpoWorld world, Changeset sent, long? thirdParty)
    {
        if (thirdParty is { } id && world.ThirdParties.Find(id) is not { Deleted: false }) sent.Fail("third_party_id", FieldError.Missing);
    }
}
