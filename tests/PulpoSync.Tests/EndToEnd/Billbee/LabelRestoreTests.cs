namespace PulpoSync.Tests.EndToEnd.Billbee;

/// <summary>A store that was restored from a backup knows nothing of the labels that were made since.</summary>
public class LabelRestoreTests
{
    [Fact]
    public async Task Label_that_a_backup_does_not_know_of_is_not_bought_again_unless_a_person_asks_for_it()
    {
        await using var world = await LabelWorld.StartAsync();
        var order = await world.PackedAsync("B-1001");
        var backup = world.Rehearsal.Runtime.BackupStore(world.Rehearsal.StorePath + ".backup", overwrite: false);
        // Made at Billbee, and not told to the box yet.
        await world.KillAsync("acknowledging:1", null);
        await world.Rehearsal.Runtime.DisposeAsync();
        Backups.Restore(backup.Path, world.Rehearsal.StorePath);
        await world.Rehearsal.ReopenAsync(TimeSpan.FromMinutes(5));

        await world.RunAsync();

        Assert.Single(world.ParcelsOf(order));
        world.AssertAsks("B-1001/1", Assert.Single(world.Boxes.Single().Trackings));
        await world.RunAsync(new StartRequest { Records = ["B-1001/1"], Recreate = true });
        Assert.Equal(2, world.ParcelsOf(order).Count);
        Assert.Equal(world.ParcelsOf(order)[1], world.Boxes.Single().Trackings[^1].Code);
    }

    [Fact]
    public async Task Label_whose_number_stands_on_its_box_is_left_alone()
    {
        await using var world = await LabelWorld.StartAsync();
        await world.PackedAsync("B-1001", boxes: 2);
        var backup = world.Rehearsal.Runtime.BackupStore(world.Rehearsal.StorePath + ".backup", overwrite: false);
        await world.RunAsync();
        await world.Rehearsal.Runtime.DisposeAsync();
        Backups.Restore(backup.Path, world.Rehearsal.StorePath);
        await world.Rehearsal.ReopenAsync(TimeSpan.FromMinutes(5));

        await world.RunAsync();

        world.AssertEachLabelledOnce();
        Assert.Equal(2, world.Asked);
    }

    [Fact]
    public async Task Boxes_of_an_order_that_has_no_shipment_get_their_labels_after_the_restore_as_ever()
    {
        await using var world = await LabelWorld.StartAsync();
        await world.PackedAsync("B-1001", boxes: 2);
        var backup = world.Rehearsal.Runtime.BackupStore(world.Rehearsal.StorePath + ".backup", overwrite: false);
        await world.Rehearsal.Runtime.DisposeAsync();
        Backups.Restore(backup.Path, world.Rehearsal.StorePath);
        await world.Rehearsal.ReopenAsync(TimeSpan.FromMinutes(5));

        await world.RunAsync();

        world.AssertEachLabelledOnce();
        Assert.Equal(2, world.Asked);
    }
}
