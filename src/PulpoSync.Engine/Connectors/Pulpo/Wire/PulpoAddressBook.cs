namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>Attributes of a third party: its addresses.</summary>
internal sealed record PulpoAddressBook(IReadOnlyList<PulpoShipTo> Addresses);
