using PulpoSync.Sandbox;

namespace PulpoSync.Tests.EndToEnd.Changes;

/// <summary>The people in the warehouse, who go on with their work by seed.</summary>
internal sealed class FloorPeople(PulpoTenant tenant, Random random, Story story)
{
    private static readonly string[] Way = ["queue", "picking", "packing", "shipping", "ended"];

    /// <summary>Orders that the warehouse has cancelled by itself, by id.</summary>
    public HashSet<long> Cancelled { get; } = [];

    /// <summary>Touches a share of the orders, 0 to 1.</summary>
    public void Work(double share)
    {
        foreach (var order in tenant.Orders.Where(order => order.State is not ("cancelled" or "ended")))
        {
            if (random.NextDouble() < share) story.Tell(Story.NumberOf(order.Number), $"{order.Number} {Handle(order)}");
        }
    }

    private string Handle(PulpoOrder order)
    {
        if (order.State == "paused")
        {
            tenant.Resume(order.Number);
            return "resumed";
        }

        switch (order.State == "queue" ? random.Next(10) : 9)
        {
            case 0:
                tenant.Cancel(order.Number);
                Cancelled.Add(order.Id);
                return "cancelled in the warehouse";
            case 1 or 2:
                tenant.Pause(order.Number);
                return "paused";
            case 3 or 4:
                tenant.TakePicking(order.Number);
                return "taken for picking";
            default:
                var to = Way[random.Next(Array.IndexOf(Way, order.State) + 1, Way.Length)];
                tenant.Advance(order.Number, to);
                return $"went on to {to}";
        }
    }
}
