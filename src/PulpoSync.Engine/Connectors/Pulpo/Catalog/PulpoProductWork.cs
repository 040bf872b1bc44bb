using System.Text.Json.Nodes;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Pulpo.Catalog;

/// <summary>One product of a batch on its way.</summary>
internal sealed class PulpoProductWork(Write<Product> write) : PulpoWork(write.Ref)
{
    private static readonly string[] Texts = ["name", "description", "hs_code"];

    public Product Product => write.Record;
    public ProductEntry Entry => write.Record.Entry!;
    public string Sku => Entry.Sku;

    /// <summary>Id of the supplier that the settings name; null: none.</summary>
    public long? Supplier { get; set; }

    /// <summary>Ids of the categories that it belongs into; null: they are left as they are.</summary>
    public IReadOnlyList<long>? Categories { get; set; }

    /// <summary>The product that is there already; null: none.</summary>
    public PulpoStoredProduct? There { get; set; }

    /// <summary>What to send.</summary>
    public JsonObject? Body { get; set; }

    /// <summary>Cuts its texts; false where there is nothing (more) to cut. What PULPO takes is not known beforehand.</summary>
    public bool TryShorten()
    {
        if (Cut is not null) return false;
        Cut = [.. Texts.Where(name => Body![name]?.GetValue<string>() is { Length: > PulpoAssumptions.SafeTextLength })];
        foreach (var name in Cut) Body![name] = PulpoText.Whole(Body[name]!.GetValue<string>(), PulpoAssumptions.SafeTextLength);
        return Cut.Count > 0;
    }

    /// <summary>Compares with the product that is there: another shop's is left alone, an equal one is done, else it is to be updated.</summary>
    public void Judge(PulpoStoredProduct there)
    {
        There = there;
        if (there.Mark is { } mark && mark.Account != Ref.SourceAccount)
        {
            Result = WriteResult.LeftOut(
                ReasonCodes.ProductOfOtherShop, $"The product {Sku} at PULPO is kept by {mark.Account}; it is left as it is, so that two shops do not fight over it.");
            return;
        }

        if (there.Categories is null)
        {
            Refuse(FailureKind.Data, "CategoryWithoutId", $"PULPO gives a category of the product {Sku} without an id of its own; the product is left as it is.");
            return;
        }

        Body = PulpoProductContent.Changed(this, there);
        if (Body is null) Result = WriteResult.Unchanged(there.Id);
    }

    public void Done(string id, OutcomeKind kind) => Result = WriteResult.Done(id) with { Became = kind };
}
