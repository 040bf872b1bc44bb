using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Flows.Returns;

/// <summary>The settings of returns, read once for a run.</summary>
internal sealed record ReturnSettings
{
    /// <summary>Register the return.</summary>
    public bool RegisterReturn { get; init; } = true;
    /// <summary>Register rejected pieces too.</summary>
    public bool RegisterRejected { get; init; } = true;
    /// <summary>What to refund; null: nothing.</summary>
    public RefundTerms? Refund { get; init; }
    /// <summary>Goods received earlier are left alone.</summary>
    public required DateTimeOffset StartFrom { get; init; }
    /// <summary>Account whose orders are meant: the destination's.</summary>
    public required string Account { get; init; }

    /// <summary>Reads the settings of an integration.</summary>
    public static ReturnSettings From(SettingBag bag, DateTimeOffset startFrom, string account)
    {
        var (goods, shipping) = (bag.Switch(ReturnSettingSpecs.RefundGoods), bag.Switch(ReturnSettingSpecs.RefundShipping));
        return new ReturnSettings
        {
            RegisterReturn = bag.Switch(ReturnSettingSpecs.RegisterReturn),
            RegisterRejected = bag.Text(ReturnSettingSpecs.Rejected) != ReturnSettingSpecs.Skip,
            Refund = goods || shipping ? new RefundTerms(goods, shipping, bag.Switch(ReturnSettingSpecs.NotifyCustomer)) : null,
            StartFrom = startFrom,
            Account = account,
        };
    }
}
