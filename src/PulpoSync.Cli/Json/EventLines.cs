using System.Text.Json.Serialization;

namespace PulpoSync.Cli.Json;

/// <summary>One line of JSON output; <c>event</c> says which.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(RunStartedLine), "runStarted")]
[JsonDerivedType(typeof(RunSkippedLine), "runSkipped")]
[JsonDerivedType(typeof(PageCommittedLine), "pageCommitted")]
[JsonDerivedType(typeof(RecordSettledLine), "recordSettled")]
[JsonDerivedType(typeof(RunWarningLine), "runWarning")]
[JsonDerivedType(typeof(RunDetailLine), "runDetail")]
[JsonDerivedType(typeof(RequestMadeLine), "requestMade")]
[JsonDerivedType(typeof(RunFinishedLine), "runFinished")]
[JsonDerivedType(typeof(ImportEntryLine), "importEntry")]
[JsonDerivedType(typeof(SandboxStartedLine), "sandboxStarted")]
[JsonDerivedType(typeof(DemoStepLine), "demoStep")]
[JsonDerivedType(typeof(NotArrivedLine), "notArrived")]
[JsonDerivedType(typeof(DemoCircleLine), "demoCircle")]
[JsonDerivedType(typeof(DemoBillbeeLine), "demoBillbee")]
[JsonDerivedType(typeof(DemoFinishedLine), "demoFinished")]
[JsonDerivedType(typeof(DoneLine), "done")]
[JsonDerivedType(typeof(ErrorLine), "error")]
internal abstract record EventLine;

internal sealed record RunStartedLine(string Integration, DateTimeOffset At, long RunId, IntegrationType Type, string Trigger) : EventLine;

internal sealed record RunSkippedLine(string Integration, DateTimeOffset At, string Reason, string Message) : EventLine;

internal sealed record RunWarningLine(string Integration, DateTimeOffset At, string Code, string Message) : EventLine;

internal sealed record RunDetailLine(string Integration, DateTimeOffset At, string Message) : EventLine;

internal sealed record RequestMadeLine(
    string Integration, DateTimeOffset At, string System, string Operation, int Try, int? Status, long DurationMs, string? Failure, long? RetryInMs) : EventLine;

/// <param name="Integration">Integration.</param>
/// <param name="At">When.</param>
/// <param name="Number">Number for people.</param>
/// <param name="SourceKey">The source's key.</param>
/// <param name="Part">Part; empty for the whole record.</param>
/// <param name="Outcome">What was done.</param>
/// <param name="Reason">Reason code.</param>
/// <param name="Message">Sentence.</param>
/// <param name="Trace">In a preview: every rule in order.</param>
internal sealed record RecordSettledLine(
    string Integration, DateTimeOffset At, string Number, string SourceKey, string Part, OutcomeKind Outcome, string? Reason, string? Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<RuleNote>? Trace) : EventLine;

internal sealed record PageCommittedLine(
    string Integration, DateTimeOffset At, int Read, int Created, int Updated, int Cancelled, int Unchanged, int Skipped, int Failed, int Parked,
    int Previewed, string? Cursor) : EventLine;

/// <param name="RunId">Id in the store; 0 for a preview.</param>
/// <param name="DurationMs">Milliseconds from start to end.</param>
/// <param name="Error">Why it failed; null otherwise.</param>
internal sealed record RunFinishedLine(
    string Integration, DateTimeOffset At, long RunId, IntegrationType Type, RunStatus Status, int Read, int Created, int Updated, int Cancelled,
    int Unchanged, int Skipped, int Failed, int Parked, int Previewed, long DurationMs, FailureLine? Error) : EventLine;

/// <param name="Kind"><c>credential</c> or <c>integration</c>.</param>
/// <param name="Name">Its name; null where the entry has none.</param>
/// <param name="Result"><c>created</c>, <c>changed</c>, <c>unchanged</c> or <c>failed</c>; of a preview <c>create</c>, <c>change</c>, <c>leave</c> or <c>failed</c>.</param>
/// <param name="Path">JSON path of the entry, or of what is wrong in it.</param>
/// <param name="Code">Error id; null where it did not fail.</param>
/// <param name="Message">What is wrong; null where it did not fail.</param>
internal sealed record ImportEntryLine(string Kind, string? Name, string Result, string Path, string? Code, string? Message) : EventLine;

internal sealed record SandboxStartedLine(
    Uri Address, Uri Control, IReadOnlyList<SandboxShopLine> Shops, IReadOnlyList<SandboxAccountLine> Accounts, IReadOnlyList<SandboxTenantLine> Tenants)
    : EventLine;

/// <param name="Step">What the demo does now.</param>
internal sealed record DemoStepLine(string Step) : EventLine;

/// <param name="Integration">Integration.</param>
/// <param name="Kind"><c>order</c>, <c>product</c> or <c>counter sale</c>.</param>
/// <param name="State">State of the ledger.</param>
/// <param name="Reason">Reason code.</param>
/// <param name="Message">Why, in one sentence.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Numbers">Their numbers.</param>
internal sealed record NotArrivedLine(
    string Integration, string Kind, LedgerState State, string? Reason, string? Message, int Count, IReadOnlyList<string> Numbers) : EventLine;

/// <summary>One order, followed the whole way round.</summary>
/// <param name="Order">Its name in the shop.</param>
/// <param name="Sold">Pieces and SKUs.</param>
/// <param name="Number">Its number in PULPO; null: not there.</param>
/// <param name="State">Its state there.</param>
/// <param name="Warehouse">Its warehouse there.</param>
/// <param name="Carrier">Carrier as the shop shows it.</param>
/// <param name="TrackingNumber">Tracking number as the shop shows it.</param>
/// <param name="Tags">Tags of the order in the shop.</param>
/// <param name="Return">Name of its return in the shop.</param>
/// <param name="SentBack">Pieces and SKUs of that return.</param>
/// <param name="Refunded">What the shop gave back for it.</param>
/// <param name="Sku">The article whose stock follows.</param>
/// <param name="StockBefore">What the shop had to sell before the first run.</param>
/// <param name="StockAfter">What it has now.</param>
/// <param name="StockInPulpo">What PULPO has now.</param>
internal sealed record DemoCircleLine(
    string Order, IReadOnlyList<string> Sold, string? Number, string? State, string? Warehouse, string? Carrier, string? TrackingNumber,
    IReadOnlyList<string> Tags, string? Return, IReadOnlyList<string> SentBack, decimal Refunded, string Sku, int StockBefore, int StockAfter,
    long StockInPulpo) : EventLine;

/// <summary>One order of Billbee's, followed to its label.</summary>
/// <param name="Order">Its number in Billbee.</param>
/// <param name="ShopAccount">The shop account that it came from.</param>
/// <param name="Sold">Pieces and SKUs.</param>
/// <param name="Number">Its number in PULPO; null: not there.</param>
/// <param name="State">Its state there.</param>
/// <param name="ShippingMethod">Its shipping method there.</param>
/// <param name="Shipper">Who carries it, as Billbee shows it.</param>
/// <param name="TrackingNumbers">Tracking numbers of its labels in Billbee.</param>
/// <param name="BoxTrackingNumbers">Tracking numbers at its boxes in PULPO.</param>
/// <param name="Files">Files of labels at its boxes in PULPO.</param>
/// <param name="BillbeeState">Number of its state in Billbee.</param>
internal sealed record DemoBillbeeLine(
    string Order, string? ShopAccount, IReadOnlyList<string> Sold, string? Number, string? State, string? ShippingMethod, string? Shipper,
    IReadOnlyList<string> TrackingNumbers, IReadOnlyList<string> BoxTrackingNumbers, int Files, int? BillbeeState) : EventLine;

/// <param name="InShops">Orders in the shops and in Billbee.</param>
/// <param name="InPulpo">Orders in PULPO.</param>
/// <param name="Untraced">Shop orders of which the store knows nothing; should be empty.</param>
/// <param name="Unexplained">PULPO orders that the store does not know; should be empty.</param>
/// <param name="ShippedLines">Order lines that the warehouse packed.</param>
/// <param name="Parcels">Tracking numbers of the warehouse.</param>
/// <param name="StockFigures">Stock figures that were compared.</param>
/// <param name="Returns">Order lines of which pieces came back.</param>
/// <param name="CounterSales">Sales at the till.</param>
/// <param name="Labels">Boxes whose label Billbee made.</param>
/// <param name="States">Orders of Billbee's whose state was compared.</param>
/// <param name="Differences">Where a shop or Billbee and PULPO do not agree about these; should be empty.</param>
/// <param name="Store">Path of the kept store; null where it was deleted.</param>
internal sealed record DemoFinishedLine(
    int InShops, int InPulpo, IReadOnlyList<string> Untraced, IReadOnlyList<string> Unexplained, int ShippedLines, int Parcels, int StockFigures, int Returns,
    int CounterSales, int Labels, int States, IReadOnlyList<string> Differences, string? Store) : EventLine;

/// <param name="Done">What was done.</param>
/// <param name="Name">To what.</param>
internal sealed record DoneLine(string Done, string Name) : EventLine;

/// <param name="Code">Error id.</param>
/// <param name="Message">What is wrong and what to type instead.</param>
/// <param name="Target">The name or value at fault.</param>
internal sealed record ErrorLine(string Code, string Message, string? Target) : EventLine;
