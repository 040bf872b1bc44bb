using PulpoSync.Engine.Rules;
using PulpoSync.Records;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.Rules;

public class OrderRulesTests
{
    public static TheoryData<string, string?> Decisions() => new()
    {
        { "as it should be", null },
        { "placed before the start", ReasonCodes.BeforeStart },
        { "test order", ReasonCodes.TestOrder },
        { "test order, wanted", null },
        { "cancelled", ReasonCodes.CancelledAtSource },
        { "cancelled, but that does not count", null },
        { "voided", ReasonCodes.CancelledAtSource },
        { "refunded", ReasonCodes.CancelledAtSource },
        { "pending", ReasonCodes.FinancialStatus },
        { "pending, wanted", null },
        { "no payment state", ReasonCodes.FinancialStatus },
        { "a payment state that nobody knows", ReasonCodes.FinancialStatus },
        { "fulfilled", ReasonCodes.FulfillmentStatus },
        { "on hold", null },
        { "a tag is missing", ReasonCodes.TagMissing },
        { "has all tags", null },
        { "digital only", ReasonCodes.NothingPhysical },
        { "a physical line without SKU", ReasonCodes.EmptySku },
        { "a digital line without SKU, dropped", null },
        { "a digital line without SKU, not dropped", ReasonCodes.EmptySku },
        { "a removed line without SKU", null },
        { "guest", ReasonCodes.NoCustomer },
        { "guest with fallback", null },
        { "address withheld", ReasonCodes.AddressWithheld },
        { "no address", ReasonCodes.AddressMissing },
        { "no address, nothing to ship", null },
        { "no address, all has left", null },
    };

    [Theory]
    [MemberData(nameof(Decisions))]
    public void Apply_an_order_stops_where_the_first_rule_says_so(string story, string? reason)
    {
        var (order, settings) = Told(story);

        var (_, stop) = OrderRules.Apply(new OrderDraft { Order = order }, settings, isImported: false, []);

        Assert.Equal(reason, stop?.Reason);
        if (stop is not null) Assert.EndsWith(".", stop.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("placed before the start")]
    [InlineData("pending")]
    [InlineData("fulfilled")]
    [InlineData("a tag is missing")]
    public void Apply_an_imported_order_is_not_held_back_by_filters(string story)
    {
        var (order, settings) = Told(story);

        var (_, stop) = OrderRules.Apply(new OrderDraft { Order = order }, settings, isImported: true, []);

        Assert.Null(stop);
    }

    [Theory]
    [InlineData(false, "", "1001")]
    [InlineData(true, "", "#1001-A")]
    [InlineData(false, "DE-", "DE-1001")]
    [InlineData(true, "DE-", "DE-#1001-A")]
    public void Apply_the_number_follows_affixes_and_prefix(bool affixes, string prefix, string number)
    {
        var draft = Accepted(Some.Order(), Some.Settings() with { OrderNumberAffixes = affixes, NumberPrefix = prefix });

        Assert.Equal(number, draft.BaseNumber);
    }

    [Theory]
    [InlineData("", "2026-11-24", false)]
    [InlineData("Lieferung: 2026-11-30", "2026-11-30", false)]
    [InlineData("lieferung:2026-11-30", "2026-11-30", false)]
    [InlineData("Delivery: 2026-12-01", "2026-12-01", false)]
    [InlineData("Delivery: 2026-12-01|Lieferung: 2026-11-30", "2026-12-01", false)]
    [InlineData("Lieferung: 30.11.2026", "2026-11-24", true)]
    [InlineData("Lieferung: 2026-02-30", "2026-11-24", true)]
    [InlineData("Lieferung: 2026-02-30|Lieferung: 2026-11-30", "2026-11-30", true)]
    [InlineData("Lieferung", "2026-11-24", false)]
    public void Apply_the_delivery_date_comes_from_the_tag_or_the_day_of_the_order(string tags, string date, bool warns)
    {
        // 23:30 UTC is already the next day in Berlin: the integration's zone decides.
        var order = Some.Order() with { CreatedAt = new(2026, 11, 23, 23, 30, 0, TimeSpan.Zero), Tags = tags.Split('|') };
        var trace = new List<(string Rule, RuleResult Result)>();

        var (draft, stop) = OrderRules.Apply(new OrderDraft { Order = order }, Some.Settings() with { DeliveryDateFromTag = true }, false, trace);

        Assert.Null(stop);
        Assert.Equal(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), draft.DeliveryDate);
        Assert.Equal(warns, trace.Exists(note => note.Result.WarningCode == ReasonCodes.DeliveryDateInvalid));
    }

    [Fact]
    public void Apply_tags_become_the_criterium_joined_by_commas()
    {
        var order = Some.Order() with { Tags = ["vip", "gift"] };

        Assert.Equal("vip, gift", Accepted(order, Some.Settings() with { TagsToCriterium = true }).Criterium);
        Assert.Null(Accepted(order, Some.Settings()).Criterium);
    }

    [Fact]
    public void Apply_physical_only_drops_digital_lines_and_keeps_printed_gift_cards()
    {
        var card = Some.Line("L3", sku: "CARD") with { IsGiftCard = true };
        var order = Some.Order() with { Lines = [Some.Line(), Some.Line("L2", ships: false), card] };

        var draft = Accepted(order, Some.Settings() with { PhysicalOnly = true });

        Assert.Equal(["L1", "L3"], draft.Order.Lines.Select(line => line.Key));
    }

    [Fact]
    public void Apply_the_fallback_replaces_the_customer_and_never_the_address()
    {
        var draft = Accepted(Some.Order() with { Customer = null }, Some.Settings() with { FallbackCustomer = "SHOP-77" });

        Assert.Equal("SHOP-77", draft.FallbackCustomer);
        Assert.Equal("Musterweg 5", draft.Order.ShipTo!.Line1);
    }

    [Fact]
    public void Apply_a_trace_names_every_rule_up_to_the_one_that_stopped()
    {
        var trace = new List<(string Rule, RuleResult Result)>();

        OrderRules.Apply(new OrderDraft { Order = Some.Order() with { FinancialStatus = "PENDING" } }, Some.Settings(), false, trace);

        Assert.Equal(["OwnMarks", "StartFrom", "IncludeTest", "CancelStatus", "Relation", "OrderStatus", "ShopAccount", "FinancialStatus"], trace.Select(note => note.Rule));
    }

    [Fact]
    public void Apply_what_our_own_integrations_put_onto_the_order_is_left_out()
    {
        var order = Some.Order() with { Tags = ["vip", "In PULPO"], Note = "Ring the bell\n[PulpoSync 1001] MUG-1: lot 7" };
        var settings = Some.Settings() with { TagsToCriterium = true, OwnTags = ["in pulpo"] };

        var draft = Accepted(order, settings);

        Assert.Equal(("vip", "Ring the bell"), (draft.Criterium, draft.Order.Note));
    }

    private static OrderDraft Accepted(Order order, SalesOrderSettings settings)
    {
        var (draft, stop) = OrderRules.Apply(new OrderDraft { Order = order }, settings, isImported: false, []);
        Assert.Null(stop);
        return draft;
    }

    private static (Order Order, SalesOrderSettings Settings) Told(string story)
    {
        var order = Some.Order();
        var settings = Some.Settings();
        var digital = Some.Line("L2", sku: null, ships: false);
        return story switch
        {
            "as it should be" => (order, settings),
            "placed before the start" => (order with { CreatedAt = settings.StartFrom.AddSeconds(-1) }, settings),
            "test order" => (order with { IsTest = true }, settings),
            "test order, wanted" => (order with { IsTest = true }, settings with { IncludeTest = true }),
            "cancelled" => (order with { CancelledAt = Some.Morning }, settings),
            "cancelled, but that does not count" => (order with { CancelledAt = Some.Morning }, settings with { CancelStatus = new HashSet<string>() }),
            "voided" => (order with { FinancialStatus = "VOIDED" }, settings),
            "refunded" => (order with { FinancialStatus = "REFUNDED" }, settings),
            "pending" => (order with { FinancialStatus = "PENDING" }, settings),
            "pending, wanted" => (order with { FinancialStatus = "PENDING" }, settings with { FinancialStatus = new HashSet<string> { "PENDING" } }),
            "no payment state" => (order with { FinancialStatus = null }, settings),
            "a payment state that nobody knows" => (order with { FinancialStatus = "PAID_IN_SHELLS" }, settings),
            "fulfilled" => (order with { FulfillmentStatus = "FULFILLED" }, settings),
            "on hold" => (order with { FulfillmentStatus = "ON_HOLD" }, settings),
            "a tag is missing" => (order with { Tags = ["vip"] }, settings with { Tags = ["vip", "wms"] }),
            "has all tags" => (order with { Tags = ["WMS", "vip", "other"] }, settings with { Tags = ["vip", "wms"] }),
            "digital only" => (order with { Lines = [digital] }, settings with { PhysicalOnly = true }),
            "a physical line without SKU" => (order with { Lines = [Some.Line(), Some.Line("L2", sku: " ")] }, settings),
            "a digital line without SKU, dropped" => (order with { Lines = [Some.Line(), digital] }, settings with { PhysicalOnly = true }),
            "a digital line without SKU, not dropped" => (order with { Lines = [Some.Line(), digital] }, settings),
            "a removed line without SKU" => (order with { Lines = [Some.Line(), Some.Line("L2", quantity: 0, sku: null)] }, settings),
            "guest" => (order with { Customer = null }, settings),
            "guest with fallback" => (order with { Customer = null }, settings with { FallbackCustomer = "SHOP-77" }),
            "address withheld" => (order with { ShipTo = null, PersonalDataWithheld = true }, settings),
            "no address" => (order with { ShipTo = null }, settings),
            "no address, nothing to ship" => (order with { ShipTo = null, Lines = [Some.Line(ships: false)] }, settings),
            "no address, all has left" => (order with { ShipTo = null, FulfillmentOrders = [Some.Fulfillment(state: FulfillmentState.Closed)] }, settings),
            _ => throw new ArgumentOutOfRangeException(nameof(story), story, null),
        };
    }
}
