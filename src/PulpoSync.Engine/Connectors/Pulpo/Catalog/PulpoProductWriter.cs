using System.Text.Json.Nodes;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Pulpo.Catalog;

/// <summary>
/// Makes and updates products in bulk. PULPO's bulk answers name what was done by SKU and id, and refusals without saying whose they are: what is not named
/// as done is looked for and sent once more by itself. A SKU is there only once, so that this is safe.
/// </summary>
internal sealed class PulpoProductWriter(PulpoClient client, PulpoProductBook book, PulpoProductRefusals refusals)
{
    private const string Path = "/inventory/products";
    private const string BulkPath = "/inventory/bulk/products";

    private static readonly Failure NoAnswer = new(FailureKind.Transient, "NoAnswer", "PULPO's answer says nothing of this product.");

    public async Task CreateAsync(IReadOnlyList<PulpoProductWork> works, CancellationToken cancellationToken)
    {
        foreach (var chunk in works.Chunk(PulpoAssumptions.BulkSize))
        {
            try
            {
                var answer = PulpoBulkAnswer.Read(await BulkAsync(HttpMethod.Post, CallKind.Write, chunk, cancellationToken).ConfigureAwait(false), "sku");
                foreach (var work in chunk.Where(work => answer.Done.ContainsKey(work.Sku))) work.Done(answer.Done[work.Sku], OutcomeKind.Created);
            }
            catch (FailureException e) when (e.OutcomeUnknown)
            {
                // Settled below: each of them is there, or is made.
            }

            await SettleAsync([.. chunk.Where(work => work.Result is null)], cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task UpdateAsync(IReadOnlyList<PulpoProductWork> works, CancellationToken cancellationToken)
    {
        foreach (var chunk in works.Chunk(PulpoAssumptions.BulkSize))
        {
            try
            {
                var answer = PulpoBulkAnswer.Read(await BulkAsync(HttpMethod.Put, CallKind.IdempotentWrite, chunk, cancellationToken).ConfigureAwait(false), "id", "updated");
                foreach (var work in chunk.Where(work => answer.Done.ContainsKey(work.There!.Id))) work.Done(work.There!.Id, OutcomeKind.Updated);
                var open = chunk.Where(work => work.Result is null);
                await Task.WhenAll(open.Select(work => work.GuardAsync(() => UpdateAloneAsync(work, cancellationToken)))).ConfigureAwait(false);
            }
            catch (FailureException e)
            {
                // Each of these may be done again, so that it is no matter whether it was executed.
                foreach (var work in chunk) work.Result ??= WriteResult.Unknown(e.Failure);
            }
        }
    }

    private async Task<HttpReply> BulkAsync(HttpMethod method, CallKind kind, PulpoProductWork[] works, CancellationToken cancellationToken)
    {
        var body = new JsonArray([.. works.Select(work => work.Body!.DeepClone())]);
        var reply = await client.SendAsync(method, BulkPath, kind, null, PulpoBody.Of(body), cancellationToken).ConfigureAwait(false);
        return reply.IsSuccess || reply.Status is 400 or 422 ? reply : throw new FailureException(client.Failure(method, BulkPath, reply));
    }

    private async Task SettleAsync(IReadOnlyList<PulpoProductWork> works, CancellationToken cancellationToken)
    {
        if (works.Count == 0) return;
        try
        {
            var found = await book.BySkuAsync(works.Select(work => work.Sku), confirm: true, cancellationToken).ConfigureAwait(false);
            await Task.WhenAll(works.Select(work => work.GuardAsync(() => found.TryGetValue(work.Sku, out var there)
                ? ThereAsync(work, there, cancellationToken)
                : CreateAloneAsync(work, cancellationToken)))).ConfigureAwait(false);
        }
        catch (FailureException e)
        {
            foreach (var work in works) work.Result ??= WriteResult.Unknown(e.Failure);
        }
    }

    // Made by this very call, whose answer was lost; or by somebody else since we looked.
    private Task ThereAsync(PulpoProductWork work, PulpoStoredProduct there, CancellationToken cancellationToken)
    {
        if (PulpoProductBook.Judge(there, work.Ref).Kind is FoundKind.Ours)
        {
            work.Done(there.Id, OutcomeKind.Created);
            return Task.CompletedTask;
        }

        work.Judge(there);
        return work.Result is null ? UpdateAloneAsync(work, cancellationToken) : Task.CompletedTask;
    }

    private async Task CreateAloneAsync(PulpoProductWork work, CancellationToken cancellationToken)
    {
        var reply = await client.SendAsync(HttpMethod.Post, Path, CallKind.Write, null, PulpoBody.Of(work.Body!), cancellationToken).ConfigureAwait(false);
        if (reply.IsSuccess)
        {
            var found = await book.BySkuAsync([work.Sku], confirm: true, cancellationToken).ConfigureAwait(false);
            if (found.TryGetValue(work.Sku, out var made)) work.Done(made.Id, OutcomeKind.Created);
            else work.Result = WriteResult.Unknown(NoAnswer);
        }
        else if (PulpoErrors.Read(reply) is var errors && errors.Any(error => error.IsTooLong) && work.TryShorten())
        {
            await CreateAloneAsync(work, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            work.Result = await RefusedAsync(HttpMethod.Post, Path, work, reply, errors, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task UpdateAloneAsync(PulpoProductWork work, CancellationToken cancellationToken)
    {
        var path = $"{Path}/{work.There!.Id}";
        var reply = await client.SendAsync(HttpMethod.Put, path, CallKind.IdempotentWrite, null, PulpoBody.Of(work.Body!), cancellationToken).ConfigureAwait(false);
        if (reply.IsSuccess)
        {
            client.Confirm(HttpMethod.Put, path, CallKind.IdempotentWrite, reply);
            work.Done(work.There.Id, OutcomeKind.Updated);
        }
        else if (PulpoErrors.Read(reply) is var errors && errors.Any(error => error.IsTooLong) && work.TryShorten())
        {
            await UpdateAloneAsync(work, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            work.Result = await RefusedAsync(HttpMethod.Put, path, work, reply, errors, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<WriteResult> RefusedAsync(
        HttpMethod method, string path, PulpoProductWork work, HttpReply reply, IReadOnlyList<PulpoError> errors, CancellationToken cancellationToken) =>
        reply.Status is 400 or 422
            ? await refusals.OfAsync(work, errors, cancellationToken).ConfigureAwait(false)
            : WriteResult.Refused(client.Failure(method, path, reply));
}
