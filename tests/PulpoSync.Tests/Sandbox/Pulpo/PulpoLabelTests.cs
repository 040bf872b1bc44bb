using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Sandbox.Pulpo;

public class PulpoLabelTests
{
    [Fact]
    public async Task Tracking_is_made_changed_shown_and_deleted()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        var path = await BoxAsync(pulpo);

        var made = await pulpo.PostAsync($"{path}/shipment_tracking", new { error_message = "no such street", requires_attention = true, unknown = 1 });
        Assert.Equal((HttpStatusCode.Created, "no such street", null), (made.Status, (string?)made.Json["error_message"], (string?)made.Json["tracking_code"]));
        Assert.Equal("no such street", Tracking(pulpo)?.Error);
        Assert.Single((await pulpo.GetAsync("packing/orders/boxes/search?has_shipment_tracking_error_message=true")).Each("packing_boxes", "id"));

        var entry = $"{path}/shipment_tracking/{made.Json["id"]}";
        var put = await pulpo.PutAsync(entry, new { tracking_code = "T-1", tracking_url = "https://t.example/1", carrier_code = "dhl", error_message = (string?)null });
        Assert.Equal((HttpStatusCode.OK, "T-1", null), (put.Status, (string?)put.Json["tracking_code"], (string?)put.Json["error_message"]));
        Assert.Equal("T-1", (string?)(await pulpo.GetAsync(entry)).Json["tracking_code"]);
        Assert.Single((await pulpo.GetAsync("packing/orders/boxes/search?tracking_code=T-1")).Each("packing_boxes", "id"));

        Assert.Equal(HttpStatusCode.OK, (await pulpo.SendAsync(HttpMethod.Delete, entry, null)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await pulpo.GetAsync(entry)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await pulpo.SendAsync(HttpMethod.Delete, entry, null)).Status);
        Assert.Null(Tracking(pulpo));
        Assert.Empty((await pulpo.GetAsync("packing/orders/boxes/search?tracking_code=T-1")).Each("packing_boxes", "id"));
        Assert.Empty(pulpo.Tenant.Dump().GetProperty("shipment_trackings").EnumerateArray());
    }

    [Fact]
    public async Task Bulk_goes_on_after_what_it_refuses()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        await BoxAsync(pulpo);
        var box = pulpo.Tenant.Packings.Single().Boxes.Single().Id;

        var made = await pulpo.PostAsync("packing/orders/boxes/bulk/shipment_tracking", new[] { new { packing_box_id = box, tracking_code = "T-1" } });
        Assert.Equal((HttpStatusCode.OK, "T-1"), (made.Status, made.Each("shipment_trackings", "tracking_code").Single()));
        var id = (long)made.Json["shipment_trackings"]![0]!["id"]!;
        var mixed = await pulpo.PostAsync(
            "packing/orders/boxes/bulk/shipment_tracking",
            new object[] { new { packing_box_id = 1, tracking_code = "X" }, new { id, tracking_code = "T-2" }, new { tracking_code = "Y" } });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, mixed.Status);
        Assert.Equal(["does not exist", "can't be blank"], mixed.Json["errors"]!["packing_box_id"]!.AsArray().Select(text => (string?)text));
        Assert.Equal("T-2", Tracking(pulpo)?.Code);
    }

    [Theory]
    [InlineData("https://labels.example/1.pdf")]
    [InlineData("data:application/pdf;base64,JVBERi0=")]
    public async Task Attached_file_is_kept_as_it_was_sent_and_told_by_its_box(string file)
    {
        await using var pulpo = await PulpoClient.StartAsync();
        var path = await BoxAsync(pulpo);

        var attached = await pulpo.PostAsync($"{path}/attach", new { path = file, filename = "label 1.pdf", content_type = "application/pdf", type = "label" });
        var registered = await pulpo.PostAsync($"{path}/attachment", new { id = "s3-1", filename = "p.jpg", file_type = "image/jpeg", type = "photo", extension = "jpg" });

        Assert.Equal(HttpStatusCode.OK, attached.Status);
        Assert.Equal(HttpStatusCode.Created, registered.Status);
        var box = pulpo.Tenant.Packings.Single().Boxes.Single();
        Assert.Equal(attached.Each("packing_boxes", "id").Single(), registered.Json["id"]!.ToString());
        Assert.Equal(
            [("label 1.pdf", "application/pdf", "label", file), ("p.jpg", "image/jpeg", "photo", "s3-1")],
            box.Attachments.Select(a => (a.FileName, a.ContentType, a.Type, a.Path)));
        var list = await pulpo.PostAsync("packing/boxes/attachments", new[] { box.Id, 4711 });
        var told = Assert.Single(list.Json.AsArray());
        Assert.Equal((box.Id, "label"), ((long)told!["packing_box_id"]!, (string?)told["attachments"]![0]!["type"]));
        Assert.EndsWith("/label%201.pdf", (string?)told["attachments"]![0]!["url"]);
        Assert.Equal(HttpStatusCode.BadRequest, (await pulpo.PostAsync("packing/boxes/attachments", new { ids = new[] { box.Id } })).Status);
    }

    [Fact]
    public async Task What_a_file_or_a_tracking_lacks_is_refused_by_field()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        var path = await BoxAsync(pulpo);

        var attach = await pulpo.PostAsync($"{path}/attach", new { type = "letter" });
        var tracking = await pulpo.PostAsync($"{path}/shipment_tracking", new { error_message = new string('x', 256), printed = "perhaps" });
        var register = await pulpo.PostAsync($"{path}/attachment", new { filename = "p.jpg" });

        Assert.Equal(["content_type", "filename", "path", "type"], attach.Json["errors"]!.AsObject().Select(e => e.Key).Order());
        Assert.Equal(["error_message", "printed"], tracking.Json["errors"]!.AsObject().Select(e => e.Key).Order());
        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.BadRequest), (attach.Status, tracking.Status, register.Status));
        Assert.Equal(HttpStatusCode.BadRequest, (await pulpo.PostAsync($"{path}9/attach", new { })).Status);
        Assert.Empty(pulpo.Tenant.Packings.Single().Boxes.Single().Attachments);
    }

    [Fact]
    public async Task User_of_another_warehouse_brings_no_labels()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        var path = await BoxAsync(pulpo);
        pulpo.Tenant.AddUser("paris", "secret", "Paris");
        var login = await pulpo.PostAsync("auth", new { grant_type = "password", username = "paris", password = "secret", scope = "default" });
        pulpo.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string?)login.Json["access_token"]);

        var tracking = await pulpo.PostAsync($"{path}/shipment_tracking", new { tracking_code = "T-1" });
        var attach = await pulpo.PostAsync($"{path}/attach", new { path = "https://labels.example/1", filename = "1", content_type = "application/pdf" });

        Assert.All([tracking, attach], answer => Assert.Equal("is not assigned to the user", (string?)answer.Json["errors"]!["warehouse_id"]![0]));
        Assert.Null(Tracking(pulpo));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 5)]
    public async Task Tracking_over_the_api_moves_the_packing_order_only_if_the_tenant_says_so(bool touches, int minute)
    {
        await using var pulpo = await PulpoClient.StartAsync(o => o with { TrackingTouchesPackingOrder = touches });
        var path = await BoxAsync(pulpo);
        pulpo.Time.Advance(TimeSpan.FromMinutes(5));

        await pulpo.PostAsync($"{path}/shipment_tracking", new { tracking_code = "T-1" });

        Assert.Equal(minute, pulpo.Tenant.Packings.Single().UpdatedAt.Minute);
    }

    [Fact]
    public async Task Order_of_a_method_whose_labels_are_made_elsewhere_is_packed_without_any()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        pulpo.Tenant.Seed(new PulpoSeed { ShippingMethods = ["Express"] });
        var parcel = pulpo.Tenant.AddShippingMethod(new("Parcel") { Carrier = "dhl", Service = "v01", FetchLabel = true, LabelsElsewhere = true });
        await pulpo.CreateAsync("1", order => order["shipping_method_id"] = parcel);
        await pulpo.CreateAsync("2");
        pulpo.Tenant.ChooseShippingMethod("2", "Express");
        await pulpo.CreateAsync("3");
        pulpo.Tenant.ChooseShippingMethod("3", "Parcel");
        Assert.Throws<InvalidOperationException>(() => pulpo.Tenant.ChooseShippingMethod("3", "Pigeon"));

        pulpo.Tenant.Advance("1", "shipping");
        pulpo.Tenant.Advance("2", "shipping");
        pulpo.Tenant.Advance("3", "shipping", new PackOptions { Parcels = [new PackBox([new("MUG", 2)]) { Weight = null, Length = 60, Width = 40, Height = 35 }] });

        Assert.Equal([("1", 0), ("2", 1), ("3", 0)], pulpo.Tenant.Packings.Select(p => (p.Order, p.Boxes.Single().Trackings.Count)));
        Assert.Equal(["Parcel", "Express", "Parcel"], pulpo.Tenant.Orders.Select(o => o.ShippingMethod));
        var methods = await pulpo.GetAsync("shipping/shipping_methods?carrier=dhl");
        Assert.Equal(("Parcel", "v01", true), MethodOf(Assert.Single(methods.Json["shipping_methods"]!.AsArray())!));
        Assert.Equal(("Parcel", "v01", true), MethodOf((await pulpo.GetAsync($"shipping/shipping_methods/{parcel}")).Json));
        Assert.Equal("Express", (string?)(await pulpo.GetAsync("sales/orders?order_num=2")).Json["sales_orders"]![0]!["shipping_method"]!["name"]);
        var box = (await pulpo.GetAsync($"packing/orders/{pulpo.Tenant.Packings[2].Id}/boxes")).Json["packing_boxes"]![0]!;
        Assert.Equal((null, 60m, 40m, 35m), ((decimal?)box["weight"], (decimal?)box["length"], (decimal?)box["width"], (decimal?)box["height"]));
    }

    private static (string?, string?, bool) MethodOf(JsonNode method) => ((string?)method["name"], (string?)method["service"], (bool)method["fetch_label"]!);

    private static PulpoTracking? Tracking(PulpoClient pulpo) => pulpo.Tenant.Packings.Single().Boxes.Single().Trackings.SingleOrDefault();

    // A box that was packed without any label, as a path.
    private static async Task<string> BoxAsync(PulpoClient pulpo)
    {
        await pulpo.CreateAsync("1");
        pulpo.Tenant.Advance("1", "shipping", new PackOptions { Carrier = null });
        var packing = pulpo.Tenant.Packings.Single();
        return $"packing/orders/{packing.Id}/boxes/{packing.Boxes.Single().Id}";
    }
}
