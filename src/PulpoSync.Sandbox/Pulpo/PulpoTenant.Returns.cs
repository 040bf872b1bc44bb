using PulpoSync.Sandbox.Pulpo;

namespace PulpoSync.Sandbox;

// What customers send back.
public sealed partial class PulpoTenant
{
    /// <summary>The returns that were received.</summary>
    public IReadOnlyList<PulpoReturn> Returns =>
        Locked(w => w.IncomingGoods.Rows.Where(r => r.DocumentType == CustomerReturns.DocumentType).Select(r => ReturnDump.Of(w, r)).ToList());

    /// <summary>Goods of an order come back, to where the tenant puts returns: see <see cref="TenantOptions.ReturnPlace"/>.</summary>
    /// <exception cref="InvalidOperationException">There is no such order, or not as many goods of it have left the warehouse.</exception>
    public PulpoReturn ReceiveReturn(string number, IReadOnlyList<ReturnedPieces> lines, string? notes = null) =>
        Locked(w => ReturnDump.Of(w, Change(w, number, (_, o) => CustomerReturns.Receive(w, o, lines, notes))));
}
