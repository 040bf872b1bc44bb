using System.Globalization;
using PulpoSync.Engine.Connectors.Billbee;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Billbee;

namespace PulpoSync.Tests.Connectors.Billbee.Stock;

/// <summary>Stock levels at an emulated account: absolute, in batches, each answer with the level that it belongs to.</summary>
public sealed class BillbeeStockTests : IAsyncLifetime
{
    private const string Path = "products/updatestockmultiple";
    private const string Set = $"POST /api/v1/{Path}";
    private BillbeeFixture _fixture = null!;

    private BillbeeAccount Account => _fixture.Account;

    public async Task InitializeAsync()
    {
        _fixture = await BillbeeFixture.StartAsync();
        foreach (var sku in new[] { "A", "B", "C" }) Account.AddProduct(sku);
    }

    public async Task DisposeAsync() => await _fixture.DisposeAsync();

    [Fact]
    public async Task WriteAsync_sets_what_is_told_in_one_call_and_the_same_again_is_unchanged()
    {
        Account.SetStock("A", 9);

        var first = await WriteAsync(Write("A", 5), Write(" B ", 0));
        var again = await WriteAsync(Write("A", 5), Write("B", 1));

        Assert.All(first, result => Assert.Equal((WriteStatus.Done, null, null), (result.Status, result.Became, result.Warning)));
        Assert.Equal([OutcomeKind.Unchanged, null], again.Select(result => result.Became));
        Assert.Equal((5m, 1m, null), (Account.StockOf("A"), Account.StockOf("B"), Account.StockOf("C")));
        Assert.Equal(2, _fixture.Calls(Set));
    }

    [Fact]
    public async Task WriteAsync_tells_each_location_its_own_figure()
    {
        var other = Account.AddStockPlace("Köln").Id!.Value;

        await WriteAsync(Write("A", 5), Write("A", 7, Text(other)), Write("B", 2, Text(other)));

        Assert.Equal((5m, 7m, null, 2m), (Account.StockOf("A"), Account.StockOf("A", other), Account.StockOf("B"), Account.StockOf("B", other)));
        Assert.Equal(2, _fixture.Calls(Set));
    }

    [Fact]
    public async Task Account_that_tells_no_location_has_one_without_an_id()
    {
        await using var fixture = await BillbeeFixture.StartAsync(options => options with { TellsStocks = false });
        fixture.Account.AddProduct("A");
        var connector = fixture.Connect();

        var place = Assert.Single((await connector.CheckAsync(new CheckRequest(IntegrationType.Stock, Role.Destination, SettingBag.Empty), default)).Locations);
        var result = Assert.Single(await connector.Destination<StockLevel>()!.WriteAsync([Write("A", 5, place.Key)], default));

        Assert.Equal(("Billbee", WriteStatus.Done, 5m), (place.Name, result.Status, fixture.Account.StockOf("A")));
    }

    [Theory]
    [InlineData("false", 10)]
    [InlineData("true", 7)]
    public async Task WriteAsync_lets_Billbee_take_off_what_is_reserved_where_the_setting_says_so(string subtract, int left)
    {
        Account.SetReserved("A", 3);

        var results = new[] { await WriteAsync([("SubtractReserved", subtract)], Write("A", 10)), await WriteAsync([("SubtractReserved", subtract)], Write("A", 10)) };

        Assert.Equal(left, Account.StockOf("A"));
        Assert.Equal([null, OutcomeKind.Unchanged], results.Select(result => result.Single().Became));
        Assert.All(results, result => Assert.Null(result.Single().Warning));
    }

    [Theory]
    [InlineData(404, BillbeeErrorStyle.Envelope)]
    [InlineData(404, BillbeeErrorStyle.Message)]
    [InlineData(200, BillbeeErrorStyle.Envelope)]
    public async Task WriteAsync_leaves_out_what_Billbee_does_not_have_and_sets_the_rest(int missing, BillbeeErrorStyle style)
    {
        await using var fixture = await BillbeeFixture.StartAsync(options => options with { MissingStatus = missing, ErrorStyle = style });
        fixture.Account.AddProduct("A");
        fixture.Account.AddProduct("C");

        var results = await Destination(fixture).WriteAsync([Write("A", 1), Write("NONE", 2), Write("C", 3)], default);

        Assert.Equal([WriteStatus.Done, WriteStatus.LeftOut, WriteStatus.Done], results.Select(result => result.Status));
        Assert.Equal(("NotInShop", "Billbee has no article with the SKU \"NONE\"."), (results[1].Failure!.Code, results[1].Failure!.Message));
        Assert.Equal((1m, 3m), (fixture.Account.StockOf("A"), fixture.Account.StockOf("C")));
    }

    [Fact]
    public async Task WriteAsync_refuses_what_Billbee_refuses_of_an_article_that_it_has()
    {
        Account.AddStockPlace("Köln");

        var results = await WriteAsync(Write("A", 1), Write("B", 2, "99"));

        Assert.Equal([WriteStatus.Done, WriteStatus.Refused], results.Select(result => result.Status));
        Assert.Equal("Billbee:InvalidData", results[1].Failure!.Code);
        Assert.Contains("\"B\"", results[1].Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteAsync_takes_answers_by_their_SKU_when_they_come_in_another_order()
    {
        Answer("""[{"ErrorCode":0,"Data":{"SKU":"b","OldStock":1,"CurrentStock":2}},{"ErrorCode":0,"Data":{"SKU":"A","OldStock":5.0,"CurrentStock":5}}]""");

        var results = await WriteAsync(Write("A", 5), Write("B", 2));

        Assert.Equal([OutcomeKind.Unchanged, null], results.Select(result => result.Became));
        Assert.Equal(1, _fixture.Calls(Set));
    }

    [Fact]
    public async Task WriteAsync_asks_again_alone_where_a_refusal_in_another_order_may_be_anybodys()
    {
        Answer("""[{"ErrorCode":11,"Data":null},{"ErrorCode":0,"Data":{"SKU":"A","OldStock":1,"CurrentStock":5}},{"ErrorCode":0,"Data":{"SKU":"B","OldStock":1,"CurrentStock":2}}]""");

        var results = await WriteAsync(Write("A", 5), Write("B", 2), Write("NONE", 3));

        Assert.Equal([WriteStatus.Done, WriteStatus.Done, WriteStatus.LeftOut], results.Select(result => result.Status));
        Assert.Equal(2, _fixture.Calls(Set));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""[{"ErrorCode":0,"Data":{"SKU":"B","OldStock":1,"CurrentStock":2}}]""")]
    public async Task WriteAsync_asks_again_alone_for_answers_that_are_missing_and_leaves_open_what_gets_none(string body)
    {
        Answer(body);
        Assert.All(await WriteAsync(Write("A", 5), Write("B", 2)), result => Assert.Equal(WriteStatus.Done, result.Status));
        Assert.Equal(5, Account.StockOf("A"));

        Answer("[]", count: 0);
        var open = await WriteAsync(Write("A", 6), Write("B", 3));
        Assert.All(open, result => Assert.Equal((WriteStatus.Unknown, "AnswerMissing"), (result.Status, result.Failure!.Code)));
    }

    [Fact]
    public async Task WriteAsync_tells_one_by_one_what_is_refused_as_a_whole()
    {
        Answer("""{"ErrorCode":11,"ErrorMessage":"x","Data":null}""", status: 400);

        Assert.All(await WriteAsync(Write("A", 5), Write("B", 2)), result => Assert.Equal(WriteStatus.Done, result.Status));
        Assert.Equal((5m, 2m, 3), (Account.StockOf("A"), Account.StockOf("B"), _fixture.Calls(Set)));
    }

    [Theory]
    [InlineData(FaultKind.CutAfter)]
    [InlineData(FaultKind.CutBody)]
    public async Task WriteAsync_sends_again_what_got_no_answer_and_leaves_it_open_in_the_end(FaultKind kind)
    {
        _fixture.Fail(kind, Path);
        Assert.Equal(OutcomeKind.Unchanged, Assert.Single(await WriteAsync(Write("A", 5))).Became);

        _fixture.Fail(kind, Path, count: 0);
        Assert.Equal(WriteStatus.Unknown, Assert.Single(await WriteAsync(Write("A", 6))).Status);
        Assert.Equal(6, Account.StockOf("A"));
    }

    [Fact]
    public async Task WriteAsync_throws_when_nothing_was_done_and_nothing_would_help()
    {
        _fixture.Fail(FaultKind.Status, Path, 401);

        Assert.Equal(FailureKind.Authentication, (await Assert.ThrowsAsync<FailureException>(() => WriteAsync(Write("A", 5)))).Failure.Kind);
    }

    [Fact]
    public async Task WriteAsync_warns_where_Billbee_has_another_figure_than_it_was_told()
    {
        Answer("""[{"ErrorCode":0,"Data":{"SKU":"A","OldStock":1,"CurrentStock":4}}]""");

        Assert.Equal("Billbee was told 5 of \"A\" and says that it has 4.", Assert.Single(await WriteAsync(Write("A", 5))).Warning);
    }

    [Fact]
    public async Task ChangedAsync_tells_what_is_reserved_or_was_where_Billbee_takes_it_off()
    {
        Account.SetReserved("A", 3);
        Account.SetReserved("B", 1);
        var watch = (IWatch)Destination(_fixture, ("SubtractReserved", "true"));
        var first = await watch.ChangedAsync(null, default).SingleAsync();
        Account.SetReserved("A", 0);
        Account.SetReserved("C", 1);

        var second = await watch.ChangedAsync(first.NextCursor, default).SingleAsync();

        Assert.Equal(["A", "B"], first.Numbers.Order());
        Assert.Equal(["A", "B", "C"], second.Numbers.Order());
        Assert.Equal("B\nC", second.NextCursor);
    }

    [Fact]
    public async Task ChangedAsync_tells_what_was_ordered_or_called_off_since_it_last_looked()
    {
        var watch = (IWatch)Destination(_fixture);
        var (_, order) = _fixture.AddOrder(order => order with { OrderItems = [.. order.OrderItems.Select(Of("A")), .. order.OrderItems.Select(Of("B"))] });
        var first = await watch.ChangedAsync(null, default).ToListAsync();
        _fixture.Clock.Pass(TimeSpan.FromMinutes(10));
        Account.Cancel(order.BillBeeOrderId!.Value);
        _fixture.Clock.Pass(TimeSpan.FromMinutes(10));
        _fixture.AddOrder(order => order with { OrderItems = [.. order.OrderItems.Select(Of("C"))] });
        var second = await watch.ChangedAsync(first[^1].NextCursor, default).ToListAsync();
        var third = await watch.ChangedAsync(second[^1].NextCursor, default).ToListAsync();

        Assert.Equal(["A", "B"], first.SelectMany(page => page.Numbers).Order());
        Assert.Equal(["A", "B", "C"], second.SelectMany(page => page.Numbers).Order());
        // The newest may be told once more: it is as new as the look itself.
        Assert.DoesNotContain("A", third.SelectMany(page => page.Numbers));

        static Func<BillbeeOrderItem, BillbeeOrderItem> Of(string sku) => item => item with { BillbeeId = null, Product = item.Product! with { SKU = sku } };
    }

    [Theory]
    [InlineData("StockLocation", "Nowhere", "\"Standard\" (501), \"Köln\" (502)")]
    [InlineData("WarehouseMap", "Nowhere=Berlin", "\"Standard\" (501), \"Köln\" (502)")]
    [InlineData("WarehouseMap", "Standard=Berlin\nKöln=berlin", "\"Standard\" and \"Köln\"")]
    [InlineData("Warehouse", "Berlin", "\"Standard\" and \"Köln\"")]
    [InlineData("Quantity", "OnHand", "Switch SubtractReserved on")]
    [InlineData("SubtractReserved", "true", "Switch SubtractReserved off")]
    [InlineData("StockLocation", "köln", null)]
    [InlineData("StockLocation", "501", null)]
    [InlineData("Quantity", "Available", null)]
    public async Task ValidateSettingsAsync_says_what_does_not_exist_or_would_sell_goods_twice(string name, string value, string? told)
    {
        Account.AddStockPlace("Köln");
        var settings = BillbeeFixture.Bag((name, value));

        var failures = await _fixture.Connect().ValidateSettingsAsync(new CheckRequest(IntegrationType.Stock, Role.Destination, settings), default);

        if (told is null) Assert.Empty(failures);
        else Assert.Contains(told, Assert.Single(failures).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ValidateSettingsAsync_wants_the_id_of_one_of_two_locations_of_the_same_name_and_takes_both_measures_that_fit()
    {
        var request = new CheckRequest(IntegrationType.Stock, Role.Destination, BillbeeFixture.Bag(("Quantity", "OnHand"), ("SubtractReserved", "true")));
        Assert.Empty(await _fixture.Connect().ValidateSettingsAsync(request, default));

        _fixture.Fail(FaultKind.Status, "products/stocks", 200, body: """{"ErrorCode":0,"Data":[{"Id":1,"Name":"Lager"},{"Id":2,"Name":"lager"}]}""");
        var failures = await _fixture.Connect().ValidateSettingsAsync(request with { Settings = BillbeeFixture.Bag(("StockLocation", "Lager")) }, default);
        Assert.Equal("LocationTwice", Assert.Single(failures).Code);
    }

    private void Answer(string body, int count = 1, int status = 200) => _fixture.Fail(FaultKind.Status, Path, status, count, body: body);

    private Task<IReadOnlyList<WriteResult>> WriteAsync(params Write<StockLevel>[] batch) => WriteAsync([], batch);

    private Task<IReadOnlyList<WriteResult>> WriteAsync((string Name, string Value)[] settings, params Write<StockLevel>[] batch) =>
        Destination(_fixture, settings).WriteAsync(batch, default);

    private static IDestination<StockLevel> Destination(BillbeeFixture fixture, params (string Name, string Value)[] settings) => fixture.Connect(settings).Destination<StockLevel>()!;

    private static Write<StockLevel> Write(string sku, int quantity, string place = "501") => new(
        WriteOperation.Update, new RecordRef("pulpo:t", $"1/{sku}", "", sku.Trim()),
        new StockLevel
        {
            Key = $"1/{sku}", Sku = sku, Warehouse = "Berlin", WarehouseKey = "1", Available = quantity,
            Target = new StockTarget { LocationKey = place, Location = place, Measure = StockMeasure.Available, Quantity = quantity },
        });

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
