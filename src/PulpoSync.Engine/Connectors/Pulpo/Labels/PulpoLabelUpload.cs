using System.Text.Json;
using System.Text.Json.Nodes;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Pulpo.Labels;

/// <summary>
/// Brings the file of a label to its box. How PULPO takes the bytes of a file is not documented, so this is the only place that knows; what is inferred stands in
/// <see cref="PulpoAssumptions"/>.
/// </summary>
/// <param name="client">Client.</param>
/// <param name="uploads">False where PULPO gets no file.</param>
internal sealed class PulpoLabelUpload(PulpoClient client, bool uploads)
{
    private const string ListPath = "/packing/boxes/attachments";

    /// <summary>Attaches the file, unless one of the same name is there already.</summary>
    /// <exception cref="FailureException">It is refused, or no answer came: then it may be there.</exception>
    public async Task UploadAsync(PulpoBoxKey box, string number, LabelDocument label, CancellationToken cancellationToken)
    {
        if (!uploads || label.Pdf is not { Length: > 0 } pdf) return;
        var name = PulpoAssumptions.LabelFileName(label.TrackingNumber);
        if (await IsThereAsync(box, name, cancellationToken).ConfigureAwait(false)) return;
        var path = $"{box.Path}/attach";
        var body = PulpoBody.Of(new PulpoAttachmentBody(PulpoAssumptions.LabelFile(pdf), name, "application/pdf", "label"));
        var reply = await client.SendAsync(HttpMethod.Post, path, CallKind.Write, null, body, cancellationToken).ConfigureAwait(false);
        if (reply.IsSuccess)
        {
            client.Confirm(HttpMethod.Post, path, CallKind.Write, reply);
            return;
        }

        throw new FailureException(reply.Status is 400 or 413 or 422
            ? PulpoErrors.Refusal($"the label's file of box {number}; {PulpoLabelSettings.LabelUpload} {PulpoLabelSettings.None} sends none", PulpoErrors.Read(reply))
            : client.Failure(HttpMethod.Post, path, reply));
    }

    // The list is read by a POST. Where PULPO refuses it, the same file a second time does no harm.
    private async Task<bool> IsThereAsync(PulpoBoxKey box, string name, CancellationToken cancellationToken)
    {
        var ids = PulpoBody.Of(new JsonArray(box.Box));
        var reply = await client.SendAsync(HttpMethod.Post, ListPath, CallKind.Read, null, ids, cancellationToken).ConfigureAwait(false);
        if (reply.Status is 400 or 404 or 422) return false;
        if (!reply.IsSuccess) throw new FailureException(client.Failure(HttpMethod.Post, ListPath, reply));
        client.Confirm(HttpMethod.Post, ListPath, CallKind.Read, reply);
        using var document = JsonBody.TryParse(reply);
        if (document is not { RootElement.ValueKind: JsonValueKind.Array or JsonValueKind.Object }) return false;
        var rows = PulpoList.ReadOnly(document.RootElement, PulpoJson.Default.PulpoBoxAttachments, $"POST {ListPath}").Items;
        return rows.Where(row => row.PackingBoxId == box.Box).SelectMany(row => row.Attachments ?? []).Any(file => PulpoAssumptions.IsFile(file.Url, name));
    }
}
