using PulpoSync.Engine.Rules;
using PulpoSync.Records;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.Rules;

/// <summary>Rules for sources that have one word for the state of an order, gather several shops, and know of parents.</summary>
public class WholeOrderStateTests
{
    [Theory]
    [InlineData("PAID", "PAID", null)]
    [InlineData("PAID", "ORDERED|PAID", null)]
    [InlineData("ORDERED", "PAID", ReasonCodes.OrderStatus)]
    [InlineData("17", "PAID", ReasonCodes.OrderStatus)]
    [InlineData("17", "PAID|17", null)]
    [InlineData(null, "PAID", ReasonCodes.OrderStatus)]
    [InlineData(null, "", null)]
    [InlineData("ORDERED", "", null)]
    public void OrderStatusRule_takes_the_states_that_are_asked_for(string? state, string wanted, string? reason)
    {
        var result = new OrderStatusRule().Apply(Draft(order => order with { Status = state }), Some.Settings() with { OrderStatus = Words(wanted) });

        Assert.Equal(reason, result.Reason);
        Assert.Equal(reason is null ? Verdict.Accept : Verdict.Skip, result.Verdict);
    }

    [Theory]
    [InlineData("Hauptladen", "601", "", null)]
    [InlineData("Hauptladen", "601", "Hauptladen", null)]
    [InlineData(" hauptladen ", "601", "Nebenladen|HAUPTLADEN", null)]
    [InlineData("Hauptladen", "601", "601", null)]
    [InlineData("Hauptladen", "601", "60", ReasonCodes.ShopAccount)]
    [InlineData("Hauptladen", "601", "Haupt", ReasonCodes.ShopAccount)]
    [InlineData(null, "601", "601", null)]
    [InlineData(null, null, "601", ReasonCodes.ShopAccount)]
    [InlineData(null, null, "", null)]
    public void ShopAccountRule_knows_an_account_by_name_and_by_id(string? name, string? key, string wanted, string? reason)
    {
        var draft = Draft(order => order with { Channel = name, ChannelKey = key });

        Assert.Equal(reason, new ShopAccountRule().Apply(draft, Some.Settings() with { ShopAccounts = [.. Words(wanted)] }).Reason);
    }

    [Theory]
    [InlineData(null, null, false, Verdict.Accept, null)]
    [InlineData("77", null, false, Verdict.Fail, ReasonCodes.ParentOrder)]
    [InlineData("77", null, true, Verdict.Accept, null)]
    [InlineData(null, "ext-1", false, Verdict.Skip, ReasonCodes.CancellationDocument)]
    [InlineData("77", "ext-1", true, Verdict.Skip, ReasonCodes.CancellationDocument)]
    public void RelationRule_holds_children_back_and_leaves_documents_out(string? parent, string? cancels, bool import, Verdict verdict, string? reason)
    {
        var draft = Draft(order => order with { ParentKey = parent, CancellationOf = cancels });

        var result = new RelationRule().Apply(draft, Some.Settings() with { ImportChildOrders = import });

        Assert.Equal((verdict, reason), (result.Verdict, result.Reason));
    }

    [Theory]
    [InlineData("CANCELED", "CANCELED|DELETED", true)]
    [InlineData("DELETED", "CANCELED|DELETED", true)]
    [InlineData("DELETED", "CANCELED", false)]
    [InlineData("PAID", "CANCELED|DELETED", false)]
    [InlineData(null, "CANCELED|DELETED", false)]
    [InlineData("RECLAMATION", "RECLAMATION", true)]
    public void CancelRule_looks_at_the_state_of_the_whole_order_too(string? state, string cancels, bool isCancelled)
    {
        var draft = Draft(order => order with { Status = state, FinancialStatus = null, FulfillmentStatus = null });

        var result = new CancelRule().Apply(draft, Some.Settings() with { CancelStatus = Words(cancels) });

        Assert.Equal(isCancelled ? (Verdict.Cancel, ReasonCodes.CancelledAtSource) : (Verdict.Accept, null), (result.Verdict, result.Reason));
    }

    [Fact]
    public void Apply_a_child_that_is_cancelled_is_cancelled_and_one_that_is_imported_goes_on()
    {
        var settings = Some.Settings() with { CancelStatus = Words("CANCELED"), OrderStatus = Words("PAID"), FinancialStatus = Words(""), FulfillmentStatus = Words("") };
        var child = Some.Order() with { ParentKey = "77", Status = "PAID" };

        Assert.Equal(ReasonCodes.ParentOrder, Stop(child, settings, isImported: false));
        Assert.Null(Stop(child, settings, isImported: true));
        Assert.Equal(ReasonCodes.CancelledAtSource, Stop(child with { Status = "CANCELED" }, settings, isImported: true));
        // Leaving the states that are asked for never takes an order back.
        Assert.Null(Stop(child with { Status = "PACKED" }, settings, isImported: true));
    }

    private static string? Stop(Order order, SalesOrderSettings settings, bool isImported) =>
        OrderRules.Apply(new OrderDraft { Order = order }, settings, isImported, []).Stop?.Reason;

    private static OrderDraft Draft(Func<Order, Order> change) => new() { Order = change(Some.Order()) };

    private static HashSet<string> Words(string text) => [.. text.Split('|', StringSplitOptions.RemoveEmptyEntries)];
}
