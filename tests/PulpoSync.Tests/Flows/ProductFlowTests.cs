using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Flows;
using PulpoSync.Engine.Flows.Products;
using PulpoSync.Engine.Rules;
using PulpoSync.Records;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.Flows;

public class ProductFlowTests
{
    private static readonly ProductSettings Settings = new() { Status = new HashSet<string> { "ACTIVE" } };

    [Fact]
    public void Plan_a_new_product_is_created_under_its_sku()
    {
        var write = Assert.Single(Plan(Some.Product() with { Sku = " MUG-1 " }).Writes);

        Assert.Equal((WriteOperation.Create, "MUG-1", "", 1), (write.Operation, write.Number, write.Part, write.Ordinal));
        Assert.Equal(("MUG-1", 11.9m, ProductTracking.None, true), (write.Record.Entry!.Sku, write.Record.Entry.Price, write.Record.Entry.Tracking, write.Record.Entry.Categories is null));
    }

    [Fact]
    public void Plan_settings_decide_price_categories_and_tracking()
    {
        var settings = Settings with { PriceFromCost = true, TagsToCategories = true, LotTag = "lots", Supplier = "SUP-1" };

        var entry = Assert.Single(Plan(Some.Product(), settings: settings).Writes).Record.Entry!;

        Assert.Equal((4.2m, "kitchen, Lots", ProductTracking.Lot, "SUP-1"), (entry.Price, string.Join(", ", entry.Categories!), entry.Tracking, entry.Supplier));
        Assert.Equal(ProductTracking.Serial, Plan(Some.Product(), settings: settings with { SerialTag = "KITCHEN" }).Writes[0].Record.Entry!.Tracking);
    }

    [Theory]
    [InlineData("stock", false)]
    [InlineData("the state", false)]
    [InlineData("tags that are not sent", false)]
    [InlineData("how pieces are told apart", false)]
    [InlineData("trailing zeros of the price", false)]
    [InlineData("the order of barcodes", false)]
    [InlineData("the title", true)]
    [InlineData("the description", true)]
    [InlineData("the SKU", true)]
    [InlineData("a barcode", true)]
    [InlineData("the price", true)]
    [InlineData("the weight", true)]
    [InlineData("the customs code", true)]
    [InlineData("the origin", true)]
    public void Plan_only_what_is_written_counts_as_a_change(string what, bool isChange)
    {
        var before = Some.Product() with { Barcodes = ["1", "2"] };
        var row = Written(before);

        var plan = Plan(Changed(before, what), row, what == "how pieces are told apart" ? Settings with { LotTag = "lots" } : Settings);

        if (isChange) Assert.Equal(WriteOperation.Update, Assert.Single(plan.Writes).Operation);
        else Assert.Equal((OutcomeKind.Unchanged, LedgerState.Written), (Assert.Single(plan.Decisions).Kind, plan.Decisions[0].State));
    }

    [Fact]
    public void Plan_tags_count_where_they_become_categories()
    {
        var settings = Settings with { TagsToCategories = true };
        var row = Written(Some.Product(), settings);

        Assert.Empty(Plan(Some.Product() with { Tags = ["Lots", "kitchen"] }, row, settings).Writes);
        Assert.Single(Plan(Some.Product() with { Tags = ["kitchen"] }, row, settings).Writes);
    }

    [Fact]
    public void Plan_an_imported_product_that_leaves_the_filter_is_kept_up_to_date()
    {
        var row = Written(Some.Product());

        Assert.Equal(OutcomeKind.Unchanged, Assert.Single(Plan(Some.Product() with { Status = "ARCHIVED" }, row).Decisions).Kind);
        Assert.Single(Plan(Some.Product() with { Status = "ARCHIVED", Title = "Old mug" }, row).Writes);
    }

    [Fact]
    public void Plan_a_product_left_out_by_the_destination_is_offered_again()
    {
        var row = Written(Some.Product()) with { State = LedgerState.Skipped, DestinationId = null, Hash = null, Reason = ReasonCodes.ProductOfOtherShop };

        Assert.Equal(WriteOperation.Create, Assert.Single(Plan(Some.Product(), row).Writes).Operation);
    }

    private static Plan<Product> Plan(Product product, LedgerRow? row = null, ProductSettings? settings = null) =>
        new ProductFlow(settings ?? Settings, Some.Hash, "print").Plan(product, row is null ? [] : [row]);

    private static LedgerRow Written(Product product, ProductSettings? settings = null) => new()
    {
        SourceKey = product.Key, Part = "", State = LedgerState.Written, OwnerId = 1, Number = "MUG-1", Ordinal = 1, DestinationId = "9",
        Hash = Plan(product, settings: settings).Writes[0].Hash,
    };

    private static Product Changed(Product product, string what) => what switch
    {
        "stock" => product with { UpdatedAt = product.UpdatedAt.AddHours(1) },
        "the state" => product with { Status = "DRAFT" },
        "tags that are not sent" => product with { Tags = ["new"] },
        "trailing zeros of the price" => product with { Price = 11.90m },
        "the order of barcodes" => product with { Barcodes = ["2", "1"] },
        "the title" => product with { Title = "Cup" },
        "the description" => product with { Description = "Red" },
        "the SKU" => product with { Sku = "MUG-2" },
        "a barcode" => product with { Barcodes = ["1"] },
        "the price" => product with { Price = 12m },
        "the weight" => product with { Weight = null },
        "the customs code" => product with { HsCode = null },
        "the origin" => product with { OriginCountry = "AT" },
        _ => product,
    };
}
