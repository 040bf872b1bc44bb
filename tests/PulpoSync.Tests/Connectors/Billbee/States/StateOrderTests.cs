using PulpoSync.Engine.Connectors.Billbee;
using PulpoSync.Engine.Connectors.Billbee.States;

namespace PulpoSync.Tests.Connectors.Billbee.States;

public class StateOrderTests
{
    [Theory]
    [InlineData("PAID", "PACKED", false)]
    [InlineData("PACKED", "PACKED", true)]
    [InlineData("SHIPPED", "PACKED", true)]
    [InlineData("CLOSED", "SHIPPED", true)]
    [InlineData("ARCHIVED", "CLOSED", true)]
    [InlineData("CLOSED", "ARCHIVED", false)]
    [InlineData("FULFILLING", "PACKED", false)]
    [InlineData("PACKED", "FULFILLING", true)]
    [InlineData("DEMAND_NOTE_1", "PACKED", false)]
    [InlineData("SHIPPED", "DEMAND_NOTE_1", false)]
    [InlineData("99", "PACKED", false)]
    public void State_is_reached_where_the_order_is_there_or_beyond(string now, string wanted, bool reached) => Assert.Equal(reached, StateOrder.IsReached(now, wanted));

    [Fact]
    public void Only_three_states_take_an_order_off_its_way() =>
        Assert.Equal(["RECLAMATION", "DELETED", "CANCELED"], BillbeeState.Words.Where(StateOrder.IsOff));
}
