using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Rules;

namespace PulpoSync.Engine.Flows.Products;

/// <summary>The settings that products have whatever the systems; a source adds the words for its states, a destination its supplier.</summary>
internal static class ProductSettingSpecs
{
    public static IReadOnlyList<SettingSpec> All { get; } =
    [
        new()
        {
            Name = "TagsToCategories", Kind = SettingKind.Switch, Default = "false",
            Description = "Put each product into categories (in the warehouse called tags) named like its tags. Categories that people gave it stay.",
        },
        new()
        {
            Name = "PriceFrom", Kind = SettingKind.Choice, Choices = [ProductSettings.PriceOfVariant, ProductSettings.CostOfItem], Default = ProductSettings.PriceOfVariant,
            Description = "What becomes the destination's price: Variant is what a piece is sold for, Cost is the cost per item. Where there is none, it is left as it is.",
        },
        new()
        {
            Name = "PhysicalOnly", Kind = SettingKind.Switch, Default = "false",
            Description = "Leave out what needs no shipping (vouchers, gift cards by e-mail, services). Set it as in the integration of the orders.",
        },
        new()
        {
            Name = "LotTag", Kind = SettingKind.Text,
            Description = "Product tag that makes a product one of lots when it is made in the warehouse; that never changes afterwards. Unset: none is.",
        },
        new()
        {
            Name = "SerialTag", Kind = SettingKind.Text,
            Description = "Product tag that makes a product one of serial numbers when it is made in the warehouse; that never changes afterwards. Unset: none is.",
        },
    ];
}
