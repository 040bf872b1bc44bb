namespace PulpoSync.Sandbox.Billbee;

/// <summary>A customer of the account.</summary>
public sealed record BillbeeCustomer
{
    /// <summary>If set, the customer was already archived at the given date.</summary>
    public DateTime? ArchivedAt { get; init; }

    /// <summary>Default commercial mail address.</summary>
    public object? DefaultCommercialMailAddress { get; init; }

    /// <summary>Default fax.</summary>
    public object? DefaultFax { get; init; }

    /// <summary>Default mail address.</summary>
    public object? DefaultMailAddress { get; init; }

    /// <summary>Default phone1.</summary>
    public object? DefaultPhone1 { get; init; }

    /// <summary>Default phone2.</summary>
    public object? DefaultPhone2 { get; init; }

    /// <summary>Default status updates mail address.</summary>
    public object? DefaultStatusUpdatesMailAddress { get; init; }

    /// <summary>Email.</summary>
    public string? Email { get; init; }

    /// <summary>The Billbee Id of the customer.</summary>
    public long? Id { get; init; }

    /// <summary>Language id.</summary>
    public int? LanguageId { get; init; }

    /// <summary>Meta data.</summary>
    public IReadOnlyList<object> MetaData { get; init; } = [];

    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>Number.</summary>
    public int? Number { get; init; }

    /// <summary>Price group id.</summary>
    public long? PriceGroupId { get; init; }

    /// <summary>If set, the customer was restored from the archive at the given date.</summary>
    public DateTime? RestoredAt { get; init; }

    /// <summary>Tel1.</summary>
    public string? Tel1 { get; init; }

    /// <summary>Tel2.</summary>
    public string? Tel2 { get; init; }

    /// <summary>Customer Type.</summary>
    public int? Type { get; init; }

    /// <summary>The vat-id, that should be saved at the customer.</summary>
    public string? VatId { get; init; }
}
