namespace PulpoSync.Sandbox.Pulpo;

internal sealed record Warehouse : Entity
{
    public required string Name { get; init; }
    public bool Active { get; init; } = true;
    public string Line1 { get; init; } = "Hafenstr. 1";
    public string? Line2 { get; init; }
    public string? City { get; init; }
    public string? State { get; init; }
    public string? ZipCode { get; init; }
    public string? CountryCode { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public string? CompanyName { get; init; }
    public string? Site { get; init; }
    public int? Priority { get; init; }
    public int TenantId { get; init; }
}
