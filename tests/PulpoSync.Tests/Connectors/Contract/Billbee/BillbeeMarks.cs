using PulpoSync.Torture.Mutations;
using System.Globalization;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Sandbox.Billbee;

namespace PulpoSync.Tests.Connectors.Contract.Billbee;

/// <summary>States and tags of an account's orders.</summary>
public sealed class BillbeeMarks() : DestinationCase<OrderProgress>(new BillbeeWorld())
{
    private const int Packed = 13;

    public override string OddText => OddTexts.Short;

    public override bool Finds => false;

    private BillbeeWorld Account => (BillbeeWorld)World;

    public override Task<Write<OrderProgress>> BadAsync() => Task.FromResult(Write("bad", "999999999", "tag"));

    public override int EffectsOf(Write<OrderProgress> write) =>
        Find(Account, write.Record.OrderKey) is { State: Packed } order ? order.Tags.Count(tag => tag == write.Record.Mark!.Tag) : 0;

    public override string? TextOf(Write<OrderProgress> write) => Find(Account, write.Record.OrderKey)!.Tags.Single();

    protected override Task<Write<OrderProgress>> MakeAsync(int number, string text) => Task.FromResult(Write($"{number}", Account.Ordered($"N-{number}"), text));

    /// <summary>An order by our key; null where there is none.</summary>
    internal static BillbeeOrder? Find(BillbeeWorld account, string key) =>
        account.Billbee.Orders.FirstOrDefault(order => order.BillBeeOrderId!.Value.ToString(CultureInfo.InvariantCulture) == key);

    private static Write<OrderProgress> Write(string number, string order, string tag)
    {
        var progress = new OrderProgress
        {
            Key = number, Number = $"N-{number}", Account = "billbee:api@acme.example", OrderKey = order, UpdatedAt = DateTimeOffset.UnixEpoch,
            Mark = new OrderMark(tag, null, "PACKED"),
        };
        return new Write<OrderProgress>(WriteOperation.Update, new RecordRef("pulpo:x", number, "", progress.Number), progress);
    }

    public sealed class Contract(BillbeeMarks @case) : DestinationContract<BillbeeMarks, OrderProgress>(@case);
}
