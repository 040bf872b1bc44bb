using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Billbee;

namespace PulpoSync.Tests.EndToEnd.Billbee;

/// <summary>Articles of Billbee in the warehouse: each once, as Billbee has it, whatever happens on the way.</summary>
public class BillbeeProductsTests
{
    private const string List = "GET /api/v1/products";

    [Fact]
    public async Task Six_hundred_articles_arrive_once_with_a_reason_for_each_that_does_not_and_a_second_run_writes_nothing()
    {
        var rehearsal = await StartAsync(BillbeeListOrder.Shuffled);
        await using var end = rehearsal;
        var account = rehearsal.Account;
        for (var number = 1; number <= 594; number++) account.AddProduct(Article(number));
        account.AddProduct(new BillbeeProduct { SKU = "SET", Type = 2, Title = [Text("Set")], Price = 20, BillOfMaterial = [new BillbeePart { SKU = "A-1", Amount = 2 }] });
        account.AddProduct(new BillbeeProduct { SKU = "TWICE", Title = [Text("Eins")] });
        account.AddProduct(new BillbeeProduct { SKU = "TWICE", Title = [Text("Zwei")] });
        account.AddProduct(new BillbeeProduct { Title = [Text("Namenlos")] });
        account.AddProduct(new BillbeeProduct { SKU = "OLD", IsDeactivated = true });
        account.AddProduct(new BillbeeProduct { SKU = "PDF", IsDigital = true });
        var config = await AddAsync(rehearsal, ("PhysicalOnly", "true"));

        var run = await rehearsal.RunAsync("Products");

        Assert.Equal(60, config.Every);
        Assert.Equal((RunStatus.FinishedPartially, 600, 595, 3, 2), (run.Status, run.Counts.Read, run.Counts.Created, run.Counts.Failed, run.Counts.Skipped));
        AssertEqual(rehearsal, except: ["TWICE", "OLD", "PDF"]);
        Assert.Equal(6, Calls(rehearsal));
        var reasons = Settled(rehearsal).ToLookup(record => record.Reason);
        Assert.Contains("\"Namenlos\" has no SKU", Assert.Single(reasons["EmptySku"]).Message, StringComparison.Ordinal);
        Assert.Equal(2, reasons["DuplicateSku"].Count(record => record.Message!.Contains("\"Eins\"", StringComparison.Ordinal) && record.Message.Contains("\"Zwei\"", StringComparison.Ordinal)));
        Assert.Equal(("OLD", "PDF"), (Assert.Single(reasons["ProductStatus"]).Number, Assert.Single(reasons["NotPhysical"]).Number));

        var writes = Writes(rehearsal);
        var again = await rehearsal.RunAsync("Products");
        Assert.Equal((0, 0, 0, 595), (again.Counts.Created, again.Counts.Updated, again.Counts.Failed, again.Counts.Unchanged));
        Assert.Equal(writes, Writes(rehearsal));
        Assert.True(account.Rates.MaxPerSecond <= 2);
    }

    [Fact]
    public async Task What_people_change_comes_with_the_next_run_and_a_mended_SKU_lets_both_in()
    {
        var rehearsal = await StartAsync();
        await using var end = rehearsal;
        var account = rehearsal.Account;
        for (var number = 1; number <= 5; number++) account.AddProduct(Article(number));
        var twin = account.AddProduct(Article(3) with { Title = [Text("Zwilling")] });
        await AddAsync(rehearsal);
        Assert.Equal((4, 2), (await rehearsal.RunAsync("Products") is var first ? first.Counts.Created : 0, first.Counts.Failed));

        account.ChangeProduct("A-1", one => one with { Title = [Text("Neu")], Weight = 750 });
        // One that was imported follows in every state.
        account.ChangeProduct("A-2", one => one with { IsDeactivated = true, EAN = "4006381333931" });
        account.ChangeProduct("A-3", one => one with { SKU = "A-3-NEW" });
        account.RemoveProduct("A-4");
        account.SetStock("A-5", 17);
        var run = await rehearsal.RunAsync("Products");

        Assert.Equal((RunStatus.Finished, 2, 2, 1), (run.Status, run.Counts.Created, run.Counts.Updated, run.Counts.Unchanged));
        AssertEqual(rehearsal, gone: ["A-4"]);
        Assert.Equal("Zwilling", Assert.Single(rehearsal.Tenant.Products, product => product.Sku == "A-3").Name);
        Assert.NotNull(twin.Id);
        Assert.All(rehearsal.Runtime.GetRecords(new RecordQuery(Integration: "Products")), record => Assert.Equal(LedgerState.Written, record.State));
    }

    [Fact]
    public async Task A_page_that_is_lost_is_read_again_and_one_that_stays_lost_costs_nothing_but_the_run()
    {
        var rehearsal = await StartAsync();
        await using var end = rehearsal;
        for (var number = 1; number <= 600; number++) rehearsal.Account.AddProduct(Article(number));
        await AddAsync(rehearsal);
        Fail(rehearsal, FaultKind.CutBody, nth: 2);
        // The last page of the second pass, also when it is tried again.
        Fail(rehearsal, FaultKind.Status, nth: 7, count: 0);

        var broken = await rehearsal.RunAsync("Products");
        Assert.Equal((RunStatus.Failed, 500), (broken.Status, rehearsal.Tenant.Products.Count));

        rehearsal.Sandbox.Faults.Clear();
        var next = await rehearsal.RunAsync("Products");
        Assert.Equal((RunStatus.Finished, 100, 500), (next.Status, next.Counts.Created, next.Counts.Unchanged));
        AssertEqual(rehearsal);
    }

    [Fact]
    public async Task Lost_answer_of_the_warehouse_leads_to_one_product()
    {
        var rehearsal = await StartAsync();
        await using var end = rehearsal;
        for (var number = 1; number <= 5; number++) rehearsal.Account.AddProduct(Article(number));
        await AddAsync(rehearsal);
        rehearsal.Sandbox.Faults.Add(new Fault { Kind = FaultKind.CutAfter, System = "pulpo", Method = "POST", Path = "inventory/bulk/products" });

        Assert.Equal((RunStatus.Finished, 5), (await rehearsal.RunAsync("Products") is var run ? run.Status : default, run.Counts.Created));
        AssertEqual(rehearsal);
    }

    [Fact]
    public async Task One_article_can_be_brought_by_its_SKU_its_EAN_or_its_id()
    {
        var rehearsal = await StartAsync();
        await using var end = rehearsal;
        for (var number = 1; number <= 4; number++) rehearsal.Account.AddProduct(Article(number) with { EAN = $"400638133393{number}" });
        var id = rehearsal.Account.Products[2].Id!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await AddAsync(rehearsal);

        var run = (await rehearsal.RunAsync(new StartRequest { Names = ["Products"], Records = ["A-1", "4006381333932", id] })).Single();

        Assert.Equal((RunStatus.Finished, 3), (run.Status, run.Counts.Created));
        Assert.Equal(["A-1", "A-2", "A-3"], rehearsal.Tenant.Products.Select(product => product.Sku).Order());
    }

    private static async Task<Rehearsal> StartAsync(BillbeeListOrder order = BillbeeListOrder.ById) => (await Rehearsal.StartWithBillbeeAsync(
        new BillbeeOptions { Name = "acme", ListOrder = order }, seed: new PulpoSeed { Warehouses = ["Berlin"] })).Rehearsal;

    private static Task<IntegrationConfig> AddAsync(Rehearsal rehearsal, params (string Name, string Value)[] settings) =>
        rehearsal.AddAsync(IntegrationType.Products, "Products", "Billbee", settings);

    // Looks at the two worlds alone.
    private static void AssertEqual(Rehearsal rehearsal, string[]? except = null, string[]? gone = null)
    {
        static string Line(string? sku, string? name, decimal? weight, decimal? price, string? barcode) => FormattableString.Invariant($"{sku}|{name}|{weight:0.###}|{price:0.##}|{barcode}");
        var due = rehearsal.Account.Products.Where(article => article.SKU is not null && except?.Contains(article.SKU) != true)
            .Select(article => Line(article.SKU, article.Title[0].Text, article.Weight / 1000m, article.Price, article.EAN)).Order(StringComparer.Ordinal);
        var found = rehearsal.Tenant.Products.Where(product => gone?.Contains(product.Sku) != true)
            .Select(product => Line(product.Sku, product.Name, product.Weight, product.CostPrice, product.Barcodes.SingleOrDefault())).Order(StringComparer.Ordinal);
        Assert.Equal(due, found);
    }

    private static BillbeeProduct Article(int number) => new() { SKU = $"A-{number}", Title = [Text($"Artikel {number}")], Price = 1 + number, Weight = 100 + number };

    private static BillbeeText Text(string text) => new() { LanguageCode = "DE", Text = text };

    private static int Calls(Rehearsal rehearsal) => rehearsal.Sandbox.Traffic.CountOf("billbee", List);

    private static int Writes(Rehearsal rehearsal) => new[] { "POST", "PUT" }.Sum(method => rehearsal.Sandbox.Traffic.CountOf("pulpo", $"{method} /api/v1/inventory/bulk/products"));

    private static List<RecordSettled> Settled(Rehearsal rehearsal) =>
        [.. rehearsal.Events.OfType<RecordSettled>().Where(record => record.Kind is OutcomeKind.Failed or OutcomeKind.Skipped)];

    private static void Fail(Rehearsal rehearsal, FaultKind kind, int nth, int count = 1) => rehearsal.Sandbox.Faults.Add(
        new Fault { Kind = kind, System = "billbee", Operation = List, Nth = nth, Count = count });
}
