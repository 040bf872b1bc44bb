using System.Buffers.Text;
using System.Text;

namespace PulpoSync.Benchmarks.Limits;

/// <summary>Adds up what Shopify's answers say of the points that they took.</summary>
internal sealed class PointsCounter() : DelegatingHandler(new SocketsHttpHandler { UseProxy = false, UseCookies = false })
{
    private static readonly byte[] Actual = Encoding.ASCII.GetBytes("\"actualQueryCost\":");
    private static readonly byte[] Refused = Encoding.ASCII.GetBytes("\"THROTTLED\"");

    /// <summary>Points that were taken.</summary>
    public double Used { get; private set; }

    /// <summary>Answers.</summary>
    public int Answers { get; private set; }

    /// <summary>Answers that refused for want of points.</summary>
    public int Throttled { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        Read(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        return response;
    }

    private void Read(ReadOnlySpan<byte> body)
    {
        Answers++;
        if (body.IndexOf(Refused) >= 0) Throttled++;
        var at = body.LastIndexOf(Actual);
        if (at < 0) return;
        if (Utf8Parser.TryParse(body[(at + Actual.Length)..], out double points, out _)) Used += points;
    }
}
