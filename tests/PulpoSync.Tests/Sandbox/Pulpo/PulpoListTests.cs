using System.Net;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Sandbox.Pulpo;

public class PulpoListTests
{
    [Theory]
    [InlineData("warehouses")]
    [InlineData("warehouses/")]
    public async Task List_is_an_envelope_named_after_the_resource(string path)
    {
        await using var pulpo = await PulpoClient.StartAsync();

        var answer = await pulpo.GetAsync(path);

        Assert.Equal(["Berlin", "Paris"], answer.Each("warehouses", "name"));
        Assert.Equal(2, (int)answer.Json["total_results"]!);
    }

    [Fact]
    public async Task Countries_give_the_numeric_code_of_an_alpha_code()
    {
        await using var pulpo = await PulpoClient.StartAsync();

        var spain = await pulpo.GetAsync("countries/?alpha_2=ES");

        Assert.Equal(["724"], spain.Each("countries", "country_code"));
        Assert.Equal(249, (int)(await pulpo.GetAsync("countries")).Json["total_results"]!);
    }

    [Theory]
    [InlineData("?state=queue&order_num=3", "3")]
    [InlineData("?state=paused&order_num=3", "")]
    [InlineData("?made_up=1&order_num=3", "3")]
    [InlineData("?order_num=", "1,2,3,4,5")]
    [InlineData("?order_num[]=4&order_num[]=2", "2,4")]
    [InlineData("?order_num=to_list:4,2", "2,4")]
    [InlineData("?priority=gte:4", "4,5")]
    [InlineData("?priority=gt:4", "5")]
    [InlineData("?priority=lte:2", "1,2")]
    [InlineData("?priority=lt:2", "1")]
    [InlineData("?priority=between:2,4", "2,3,4")]
    [InlineData("?priority=to_list:1,5", "1,5")]
    [InlineData("?updated_at=gte:2026-11-22T10:03:00Z", "4,5")]
    [InlineData("?updated_at=gte:2026-11-22 10:03:00", "4,5")]
    [InlineData("?updated_at=between:2026-11-22 10:01:00,2026-11-22 10:02:59", "2,3")]
    [InlineData("?inserted_at=2026-11-22", "1,2,3,4,5")]
    [InlineData("?inserted_at=2026-11-21", "")]
    [InlineData("?sort_by=updated_at:desc", "5,4,3,2,1")]
    [InlineData("?sort_by=priority&limit=2&offset=1", "2,3")]
    [InlineData("?sort_by[]=state&sort_by[]=id:desc", "5,4,3,2,1")]
    public async Task Orders_are_filtered_by_all_known_parameters_together(string query, string numbers)
    {
        await using var pulpo = await WithOrdersAsync(5);

        var answer = await pulpo.GetAsync($"sales/orders{query}");

        Assert.Equal(numbers, string.Join(',', answer.Each("sales_orders", "order_num")));
    }

    [Theory]
    [InlineData("?product_id={MUG}", "1,2")]
    [InlineData("?product_id=includes:{MUG},{CUP}", "2")]
    [InlineData("?product_id=includes_some:{MUG},{CUP}", "1,2,3")]
    [InlineData("?product_id=includes_only:{MUG}", "1")]
    [InlineData("?product_id=includes_none:{MUG}", "3")]
    public async Task Orders_are_found_by_their_products(string query, string numbers)
    {
        await using var pulpo = await PulpoClient.StartAsync();
        var (mug, cup) = (pulpo.Tenant.AddProduct("MUG"), pulpo.Tenant.AddProduct("CUP"));
        long[][] contents = [[mug], [mug, cup], [cup]];
        for (var i = 0; i < contents.Length; i++)
        {
            var items = contents[i].Select(p => new { product_id = p, quantity = 1 });
            await pulpo.CreateAsync($"{i + 1}", o => o["items"] = System.Text.Json.JsonSerializer.SerializeToNode(items));
        }

        var answer = await pulpo.GetAsync($"sales/orders{query.Replace("{MUG}", $"{mug}").Replace("{CUP}", $"{cup}")}");

        Assert.Equal(numbers, string.Join(',', answer.Each("sales_orders", "order_num")));
    }

    [Fact]
    public async Task Limit_is_capped_unless_the_cap_is_lifted()
    {
        await using var pulpo = await PulpoClient.StartAsync(o => o with { LimitCap = 3, DefaultLimit = 2 });
        pulpo.Tenant.Seed(new PulpoSeed { Skus = ["A", "B", "C"] });

        Assert.Equal(2, (await pulpo.GetAsync("inventory/products")).Each("products", "sku").Count());
        var capped = await pulpo.GetAsync("inventory/products?limit=2000");
        Assert.Equal(3, capped.Each("products", "sku").Count());
        Assert.Equal(5, (int)capped.Json["total_results"]!);
        Assert.Equal(5, (await pulpo.GetAsync("inventory/products?limit=2000&capped_limit=0")).Each("products", "sku").Count());
    }

    [Theory]
    [InlineData(MultiValueFilter.On, "CUP,MUG")]
    [InlineData(MultiValueFilter.Empty, "")]
    [InlineData(MultiValueFilter.Ignored, "CUP,HAT,MUG")]
    public async Task List_of_values_where_none_is_documented_does_what_the_option_says(MultiValueFilter filter, string skus)
    {
        await using var pulpo = await PulpoClient.StartAsync(o => o with { MultiValueFilters = new Dictionary<string, MultiValueFilter> { ["sku"] = filter } });
        var hat = pulpo.Tenant.AddProduct("HAT");

        foreach (var query in new[] { "sku=to_list:MUG,CUP", "sku[]=MUG&sku[]=CUP" })
        {
            var found = await pulpo.GetAsync($"inventory/products?{query}");
            Assert.Equal(skus, string.Join(',', found.Each("products", "sku").Order()));
        }
        Assert.Equal(["HAT"], (await pulpo.GetAsync($"inventory/products?id[]={hat}")).Each("products", "sku"));
    }

    [Fact]
    public async Task View_attributes_show_the_named_fields_and_no_associations()
    {
        await using var pulpo = await WithOrdersAsync(1);

        var answer = await pulpo.GetAsync("sales/orders?view_attributes=id,order_num,state,items,third_party");

        Assert.Equal(["id", "order_num", "state"], answer.Json["sales_orders"]![0]!.AsObject().Select(p => p.Key).Order());
    }

    [Fact]
    public async Task Value_that_does_not_fit_a_filter_is_a_bad_request()
    {
        await using var pulpo = await PulpoClient.StartAsync();

        var answer = await pulpo.GetAsync("sales/orders?updated_at=gte:yesterday");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Json["errors"]!["updated_at"]);
    }

    [Fact]
    public async Task Times_have_whole_seconds_and_no_zone()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        pulpo.Time.Advance(TimeSpan.FromMilliseconds(1_700));
        await pulpo.CreateAsync("1");

        var answer = await pulpo.GetAsync("sales/orders");

        Assert.Equal(["2026-11-22T10:00:01"], answer.Each("sales_orders", "updated_at"));
        Assert.Equal(["2026-11-30T00:00:00"], answer.Each("sales_orders", "delivery_date"));
    }

    // Orders 1, 2, … a minute apart, each with its number as its priority.
    private static async Task<PulpoClient> WithOrdersAsync(int count)
    {
        var pulpo = await PulpoClient.StartAsync();
        for (var number = 1; number <= count; number++)
        {
            await pulpo.CreateAsync($"{number}", o => o["priority"] = number);
            pulpo.Time.Advance(TimeSpan.FromMinutes(1));
        }
        return pulpo;
    }
}
