using System.Net;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Sandbox.Billbee;

public class BillbeeOrderListTests
{
    [Fact]
    public async Task Page_has_its_rows_and_the_counts_of_all()
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();
        var ids = billbee.AddOrders(5);

        var answer = await billbee.GetAsync("orders?page=2&pageSize=2");

        Assert.Equal(ids[2..4], answer.Ids("BillBeeOrderId"));
        Assert.Equal("""{"Page":2,"TotalPages":3,"TotalRows":5,"PageSize":2}""", answer.Json["Paging"]!.ToJsonString());
        Assert.Equal((0, null), (answer.ErrorCode, (string?)answer.Json["ErrorMessage"]));
    }

    [Fact]
    public async Task Page_behind_the_last_is_empty()
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();
        billbee.AddOrders(2);

        var answer = await billbee.GetAsync("orders?page=7");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Empty(answer.Data.AsArray());
        Assert.Equal((7, 50, 2), ((int)answer.Json["Paging"]!["Page"]!, (int)answer.Json["Paging"]!["PageSize"]!, (int)answer.Json["Paging"]!["TotalRows"]!));
    }

    [Theory]
    [InlineData("pageSize=251")]
    [InlineData("pageSize=0")]
    [InlineData("page=0")]
    [InlineData("page=x")]
    [InlineData("orderStateId=PAID")]
    [InlineData("modifiedAtMin=yesterday")]
    [InlineData("excludeTags=perhaps")]
    public async Task Parameter_that_is_out_of_bounds_or_of_the_wrong_type_is_a_bad_request(string query)
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();

        var answer = await billbee.GetAsync($"orders?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull((string?)answer.Json["Message"]);
    }

    // Orders 1 to 4 are made at 10:01 to 10:04 in the states 1 to 4; order 1 was modified at 10:30.
    [Theory]
    [InlineData("minOrderDate=2026-11-22T10:02:00", "2,3,4")]
    [InlineData("maxOrderDate=2026-11-22T10:02:00", "1,2")]
    [InlineData("minOrderDate=2026-11-22 10:02&maxOrderDate=2026-11-22 10:03", "2,3")]
    [InlineData("minOrderDate=2026-11-22T12:03:00%2B02:00", "3,4")]
    [InlineData("minOrderDate=2026-11-22T10:03:00.000Z", "3,4")]
    [InlineData("minOrderDate=2026-11-23", "")]
    [InlineData("modifiedAtMin=2026-11-22T10:03:00", "1,4")]
    [InlineData("modifiedAtMax=2026-11-22T10:03:00", "2,3")]
    [InlineData("orderStateId=2&orderStateId=4", "2,4")]
    [InlineData("orderStateId[0]=2&orderStateId[1]=4", "2,4")]
    [InlineData("OrderStateID%5B0%5D=3", "3")]
    [InlineData("shopId=601", "1,3")]
    [InlineData("shopId[0]=601&shopId[1]=602&orderStateId=1", "1")]
    [InlineData("tag=odd", "1,3")]
    [InlineData("tag=ODD&tag=four", "1,3,4")]
    [InlineData("tag[0]=odd&tag[1]=four&excludeTags=true", "2")]
    [InlineData("excludeTags=true", "1,2,3,4")]
    [InlineData("minimumBillBeeOrderId=100000003", "3,4")]
    [InlineData("unknown=1", "1,2,3,4")]
    public async Task Filter_leaves_what_it_says(string query, string expected)
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync();
        long[] shops = [billbee.Account.AddShopAccount("Shop A").Id, billbee.Account.AddShopAccount("Shop B", "Etsy").Id];
        var ids = billbee.AddOrders(4, (i, o) => o with
        {
            State = i,
            ApiAccountId = shops[(i - 1) % 2],
            Tags = i % 2 == 1 ? ["Odd"] : i == 4 ? ["four"] : [],
        });
        billbee.Time.Advance(TimeSpan.FromMinutes(26));
        billbee.Account.ChangeOrder(ids[0], o => o with { SellerComment = "x" });

        var answer = await billbee.GetAsync($"orders?{query}");

        Assert.Equal(expected, string.Join(',', answer.Ids("BillBeeOrderId").Select(id => Array.IndexOf(ids, id) + 1)));
    }

    [Theory]
    [InlineData(BillbeeTimes.WithoutZone, "2026-11-22T11:01:00")]
    [InlineData(BillbeeTimes.Utc, "2026-11-22T10:01:00Z")]
    [InlineData(BillbeeTimes.WithOffset, "2026-11-22T11:01:00+01:00")]
    public async Task Times_have_the_form_of_the_options_and_are_taken_as_they_are_given(BillbeeTimes times, string expected)
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync(o => o with { Times = times, UtcOffset = TimeSpan.FromHours(1) });
        billbee.AddOrders(2);

        var all = await billbee.GetAsync("orders");
        var since = await billbee.GetAsync($"orders?modifiedAtMin={Uri.EscapeDataString(expected)}");

        Assert.Equal(expected, (string?)all.Data[0]!["LastModifiedAt"]);
        Assert.Equal([(long)all.Data[1]!["BillBeeOrderId"]!], since.Ids("BillBeeOrderId"));
    }

    [Theory]
    [InlineData(BillbeeListOrder.ById, "1,2,3,4")]
    [InlineData(BillbeeListOrder.NewestFirst, "4,3,2,1")]
    [InlineData(BillbeeListOrder.ByModification, "1,3,4,2")]
    public async Task List_has_the_order_of_the_options(BillbeeListOrder order, string expected)
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync(o => o with { ListOrder = order });
        var ids = billbee.AddOrders(4);
        billbee.Time.Advance(TimeSpan.FromMinutes(1));
        billbee.Account.SetState(ids[1], 13);

        var answer = await billbee.GetAsync("orders");

        Assert.Equal(expected, string.Join(',', answer.Ids("BillBeeOrderId").Select(id => Array.IndexOf(ids, id) + 1)));
    }

    [Theory]
    [InlineData(BillbeeListOrder.Shuffled, true)]
    [InlineData(BillbeeListOrder.Unsteady, false)]
    public async Task Shuffled_list_holds_until_something_changes_and_an_unsteady_one_never(BillbeeListOrder order, bool holds)
    {
        await using var billbee = await BillbeeSandboxClient.StartAsync(o => o with { ListOrder = order });
        var ids = billbee.AddOrders(40);

        var first = (await billbee.GetAsync("orders")).Ids("BillBeeOrderId");
        var second = (await billbee.GetAsync("orders")).Ids("BillBeeOrderId");
        billbee.Account.SetState(ids[0], 13);
        var third = (await billbee.GetAsync("orders")).Ids("BillBeeOrderId");

        Assert.Equal(ids, first.Order());
        Assert.NotEqual(ids, first);
        Assert.Equal(holds, first.SequenceEqual(second));
        Assert.Equal(ids, third.Order());
        Assert.NotEqual(second, third);
    }
}
