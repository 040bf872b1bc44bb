using System.Text;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Connectors.Pulpo.Labels;

public sealed class PulpoLabelReturnTests : IAsyncLifetime
{
    private static readonly LabelDocument Label = new("0034 0434", "https://track.example/0034", "DHL", "%PDF-1.4 Müller"u8.ToArray());
    private PulpoFixture _pulpo = null!;
    private PackedBox _box = null!;
    private RecordRef _ref = null!;

    public async Task InitializeAsync()
    {
        _pulpo = await PulpoFixture.StartAsync();
        await PackAsync();
    }

    public async Task DisposeAsync() => await _pulpo.DisposeAsync();

    [Fact]
    public async Task Label_arrives_at_the_box_once_and_is_then_forgotten_here()
    {
        Label.Keep(_pulpo.Documents, _ref);

        await DoneAsync();
        await DoneAsync();

        var tracking = Assert.Single(Box.Trackings);
        Assert.Equal(("0034 0434", "https://track.example/0034", "DHL", null), (tracking.Code, tracking.Url, tracking.Carrier, tracking.Error));
        var file = Assert.Single(Box.Attachments);
        Assert.Equal(("label-00340434.pdf", "application/pdf", "label"), (file.FileName, file.ContentType, file.Type));
        Assert.Equal("%PDF-1.4 Müller", Encoding.UTF8.GetString(Convert.FromBase64String(file.Path!["data:application/pdf;base64,".Length..])));
        Assert.Empty(_pulpo.Documents.Names);
    }

    [Fact]
    public async Task Reason_is_noted_once_changed_with_another_and_taken_off_by_the_label()
    {
        await RefusedAsync("Billbee refuses the label: no provider.");
        await RefusedAsync("Billbee refuses the label: no provider.");
        Assert.Equal("Billbee refuses the label: no provider.", Assert.Single(Box.Trackings).Error);
        var id = Box.Trackings[0].Id;
        Assert.Equal((1, 0), (_pulpo.Calls(Posted), _pulpo.Calls(Put)));

        await RefusedAsync("Billbee refuses the label: no product.");
        Assert.Equal((id, "Billbee refuses the label: no product."), (Assert.Single(Box.Trackings).Id, Box.Trackings[0].Error));

        Label.Keep(_pulpo.Documents, _ref);
        await DoneAsync();
        Assert.Equal((id, "0034 0434", null), (Assert.Single(Box.Trackings).Id, Box.Trackings[0].Code, Box.Trackings[0].Error));

        await RefusedAsync("Billbee refuses the label: too late.");
        Assert.Equal((id, null), (Assert.Single(Box.Trackings).Id, Box.Trackings[0].Error));
        Assert.Equal((1, 2), (_pulpo.Calls(Posted), _pulpo.Calls(Put)));
    }

    [Fact]
    public async Task Reason_is_cut_to_what_surely_fits_and_is_known_again()
    {
        var text = new string('x', 254) + "\U0001F4E6 and more";

        await RefusedAsync(text);
        await RefusedAsync(text);

        Assert.Equal(new string('x', 254), Assert.Single(Box.Trackings).Error);
    }

    [Theory]
    [InlineData("/shipment_tracking", FaultKind.CutAfter, false)]
    [InlineData("/shipment_tracking", FaultKind.CutBody, false)]
    [InlineData("/attach", FaultKind.CutAfter, false)]
    [InlineData("/shipment_tracking", FaultKind.CutAfter, true)]
    public async Task Lost_answer_leads_to_one_effect_when_it_is_told_again(string path, FaultKind kind, bool failedBefore)
    {
        if (failedBefore) await RefusedAsync("no");
        Label.Keep(_pulpo.Documents, _ref);
        // The files of a box are listed by a POST of nearly the same name.
        _pulpo.Fail(kind, path, count: 1, method: failedBefore ? "PUT" : "POST", nth: path == "/attach" ? 2 : 1);

        // A change may be sent again at once; what makes something new is left to the next time.
        if (failedBefore) await DoneAsync();
        else Assert.True((await Assert.ThrowsAsync<FailureException>(DoneAsync)).OutcomeUnknown);
        Assert.Equal(!failedBefore, _pulpo.Documents.Names.Count > 0);
        await DoneAsync();

        Assert.Equal(("0034 0434", null), (Assert.Single(Box.Trackings).Code, Box.Trackings[0].Error));
        Assert.Single(Box.Attachments);
        Assert.Empty(_pulpo.Documents.Names);
    }

    [Theory]
    [InlineData("/shipment_tracking", FaultKind.Html, false)]
    [InlineData("/shipment_tracking", FaultKind.EmptyBody, false)]
    [InlineData("/shipment_tracking", FaultKind.EmptyBody, true)]
    [InlineData("/attach", FaultKind.Html, false)]
    [InlineData("/attach", FaultKind.EmptyBody, false)]
    public async Task Success_of_somebody_on_the_way_is_none_and_the_label_is_told_again(string path, FaultKind kind, bool failedBefore)
    {
        if (failedBefore) await RefusedAsync("no");
        Label.Keep(_pulpo.Documents, _ref);
        _pulpo.Fail(kind, path, status: 200, count: 1, method: failedBefore ? "PUT" : "POST", nth: path == "/attach" ? 2 : 1);

        var failure = (await Assert.ThrowsAsync<FailureException>(DoneAsync)).Failure;
        Assert.Equal("NotJson", failure.Code);
        Assert.NotEmpty(_pulpo.Documents.Names);
        await DoneAsync();

        Assert.Equal(("0034 0434", null), (Assert.Single(Box.Trackings).Code, Box.Trackings[0].Error));
        Assert.Single(Box.Attachments);
        Assert.Empty(_pulpo.Documents.Names);
    }

    [Fact]
    public async Task Files_of_a_box_that_a_web_page_hides_are_not_taken_for_none()
    {
        Label.Keep(_pulpo.Documents, _ref);
        await DoneAsync();
        Label.Keep(_pulpo.Documents, _ref);
        _pulpo.Fail(FaultKind.Html, "packing/boxes/attachments", status: 200);

        await Assert.ThrowsAsync<FailureException>(DoneAsync);
        _pulpo.Host.Faults.Clear();
        await DoneAsync();

        Assert.Single(Box.Attachments);
    }

    [Fact]
    public async Task Another_label_of_the_same_box_comes_beside_the_first()
    {
        Label.Keep(_pulpo.Documents, _ref);
        await DoneAsync();
        (Label with { TrackingNumber = "0035" }).Keep(_pulpo.Documents, _ref);

        await DoneAsync();

        Assert.Equal(["0034 0434", "0035"], Box.Trackings.Select(tracking => tracking.Code));
        Assert.Equal(["label-00340434.pdf", "label-0035.pdf"], Box.Attachments.Select(file => file.FileName));
    }

    [Theory]
    [InlineData("None", true)]
    [InlineData("DataUri", false)]
    public async Task Number_goes_alone_where_no_file_is_wanted_or_none_is_left(string upload, bool hasPdf)
    {
        (hasPdf ? Label : Label with { Pdf = null, TrackingUrl = $"https://track.example/{new string('9', 300)}" }).Keep(_pulpo.Documents, _ref);

        await TellAsync(WriteResult.Done("1"), ("LabelUpload", upload));

        Assert.Equal(("0034 0434", hasPdf ? "https://track.example/0034" : null), (Assert.Single(Box.Trackings).Code, Box.Trackings[0].Url));
        Assert.Empty(Box.Attachments);
        Assert.Empty(_pulpo.Documents.Names);
    }

    [Theory]
    [InlineData("packing/boxes/attachments", 400)]
    [InlineData("packing/boxes/attachments", 404)]
    public async Task File_goes_up_where_the_files_of_a_box_cannot_be_listed(string path, int status)
    {
        Label.Keep(_pulpo.Documents, _ref);
        _pulpo.Fail(FaultKind.Status, path, status: status);

        await DoneAsync();

        Assert.Single(Box.Attachments);
    }

    [Fact]
    public async Task What_PULPO_refuses_is_told_without_its_texts_and_the_label_stays_here()
    {
        Label.Keep(_pulpo.Documents, _ref);
        _pulpo.Fail(FaultKind.Status, "/attach", status: 422, count: 1, method: "POST", body: """{"errors":{"path":["is invalid: Ada Lovelace"]}}""", nth: 2);

        var refused = (await Assert.ThrowsAsync<FailureException>(DoneAsync)).Failure;

        Assert.Equal((FailureKind.Data, "FieldInvalid"), (refused.Kind, refused.Code));
        Assert.Contains("1001/1", refused.Message);
        Assert.Contains("LabelUpload None", refused.Message);
        Assert.DoesNotContain("Ada", refused.Message);
        Assert.Single(_pulpo.Documents.Names);
        Assert.Single(Box.Trackings);
    }

    [Fact]
    public async Task Box_that_is_gone_is_the_records_own_trouble()
    {
        Label.Keep(_pulpo.Documents, _ref);
        _ref = _ref with { SourceKey = "7000001/1" };
        Label.Keep(_pulpo.Documents, _ref);

        Assert.Equal(FailureKind.NotFound, (await Assert.ThrowsAsync<FailureException>(DoneAsync)).Failure.Kind);
    }

    [Fact]
    public async Task Nothing_is_asked_where_there_is_nothing_to_tell()
    {
        await DoneAsync();
        await TellAsync(WriteResult.Unknown(new Failure(FailureKind.Transient, "X", "x")));
        await TellAsync(WriteResult.LeftOut("X", "x"));

        Assert.Equal((0, 0), (_pulpo.Calls(Posted), _pulpo.Calls(Put)));
        Assert.Empty(Box.Trackings);
    }

    private const string Posted = "POST /api/v1/packing/orders/{id}/boxes/{id}/shipment_tracking";
    private const string Put = "PUT /api/v1/packing/orders/{id}/boxes/{id}/shipment_tracking/{id}";

    private PulpoBox Box => _pulpo.Tenant.Packings.Single().Boxes.Single();

    private async Task PackAsync()
    {
        await _pulpo.CreatedAsync(PulpoSamples.Simple("1001"));
        _pulpo.Tenant.Advance("1001", "shipping", new PackOptions { Carrier = null });
        var source = _pulpo.Connect().Source<PackedBox>()!;
        _box = Assert.Single((await source.ReadManyAsync(await source.FindKeysAsync("1001", default), default)).Records);
        _ref = new RecordRef("pulpo:acme", _box.Key, "", _box.Number);
    }

    private Task DoneAsync() => TellAsync(WriteResult.Done("4711"));

    private Task RefusedAsync(string message) => TellAsync(WriteResult.Refused(new Failure(FailureKind.Data, "LabelRefused", message)));

    private Task TellAsync(WriteResult result, params (string Name, string Value)[] settings) =>
        ((IAcknowledge<PackedBox>)_pulpo.Connect(settings: settings).Source<PackedBox>()!).AcknowledgeAsync(_box, _ref, result, default);
}
