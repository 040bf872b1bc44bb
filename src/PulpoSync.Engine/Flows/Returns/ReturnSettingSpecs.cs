using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Flows.Returns;

/// <summary>The settings that returns have whatever the systems.</summary>
internal static class ReturnSettingSpecs
{
    public const string RegisterReturn = nameof(RegisterReturn);
    public const string RefundGoods = nameof(RefundGoods);
    public const string RefundShipping = nameof(RefundShipping);
    public const string NotifyCustomer = nameof(NotifyCustomer);
    public const string Rejected = nameof(Rejected);

    /// <summary>Rejected pieces are registered with the others.</summary>
    public const string Register = nameof(Register);

    /// <summary>Rejected pieces are left out.</summary>
    public const string Skip = nameof(Skip);

    public static IReadOnlyList<SettingSpec> All { get; } =
    [
        new()
        {
            Name = RegisterReturn, Kind = SettingKind.Switch, Default = "true",
            Description = "Register what the warehouse received as a return of the order. It stays in progress: closing it is done by hand, and nothing is put back into stock by it.",
        },
        new()
        {
            Name = RefundGoods, Kind = SettingKind.Switch, Default = "false",
            Description = "Refund the pieces that the warehouse accepted, to the means of payment they were paid with. Pieces that are refunded already are not refunded again.",
        },
        new()
        {
            Name = RefundShipping, Kind = SettingKind.Switch, Default = "false",
            Description = "Refund the shipping cost with the first refund of an order; where some of it was refunded before, not again.",
        },
        new()
        {
            Name = NotifyCustomer, Kind = SettingKind.Switch, Default = "false",
            Description = "Tell the customer about the refund. Needs RefundGoods or RefundShipping.",
        },
        new()
        {
            Name = Rejected, Kind = SettingKind.Choice, Choices = [Register, Skip], Default = Register,
            Description = "What to do with pieces that the warehouse rejected: register them with the return, or leave them out. They are never refunded.",
        },
        new()
        {
            Name = "StartFrom", Kind = SettingKind.Moment,
            Description = "Goods received earlier are left alone. Unset: when the integration was made.",
        },
    ];

    /// <summary>Settings that make no sense together.</summary>
    public static IEnumerable<Failure> Check(SettingBag settings)
    {
        var refunds = settings.Switch(RefundGoods) || settings.Switch(RefundShipping);
        if (!refunds && !settings.Switch(RegisterReturn))
        {
            yield return Invalid("There is nothing to do: RegisterReturn, RefundGoods and RefundShipping are all off. Switch at least one of them on.");
        }
        else if (!refunds && settings.Switch(NotifyCustomer))
        {
            yield return Invalid("NotifyCustomer tells the customer about a refund, and none is switched on. Switch RefundGoods or RefundShipping on, or NotifyCustomer off.");
        }
    }

    private static Failure Invalid(string message) => new(FailureKind.Configuration, ErrorIds.SettingInvalid, message);
}
