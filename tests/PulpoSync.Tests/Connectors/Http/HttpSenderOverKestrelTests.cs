using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Secrets;

namespace PulpoSync.Tests.Connectors.Http;

/// <summary>What only a real socket shows: compression, cut connections, refused ones, the headers that are sent.</summary>
public sealed class HttpSenderOverKestrelTests : IAsyncLifetime, IDisposable
{
    private readonly WebApplication _server;
    private readonly HttpSender _sender = new(
        new HttpSenderOptions { FirstDelay = TimeSpan.FromMilliseconds(1) }, new InMemoryLimitStore(TimeProvider.System), TimeProvider.System, new Redactor());
    private int _requests;
    private string _address = "";

    public HttpSenderOverKestrelTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Map("/gzip", async context =>
        {
            Assert.Contains("br", context.Request.Headers.AcceptEncoding.ToString());
            Assert.StartsWith("PulpoSync/", context.Request.Headers.UserAgent.ToString());
            context.Response.Headers.ContentEncoding = "gzip";
            await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            await gzip.WriteAsync("""{"a":1}"""u8.ToArray());
        });
        _server.Map("/bomb", async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            for (var i = 0; i < 70; i++) await gzip.WriteAsync(new byte[1024 * 1024]);
        });
        _server.Map("/cut", context =>
        {
            Interlocked.Increment(ref _requests);
            context.Abort();
            return Task.CompletedTask;
        });
        _server.Map("/half", async context =>
        {
            Interlocked.Increment(ref _requests);
            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("{");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        _server.Map("/echo", context => context.Request.Body.CopyToAsync(context.Response.Body));
    }

    public async Task InitializeAsync()
    {
        await _server.StartAsync();
        _address = _server.Services.GetService(typeof(Microsoft.AspNetCore.Hosting.Server.IServer)) is Microsoft.AspNetCore.Hosting.Server.IServer server
            ? server.Features.Get<IServerAddressesFeature>()!.Addresses.First()
            : throw new InvalidOperationException();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _sender.Dispose();

    [Fact]
    public async Task Compressed_answer_is_read()
    {
        var reply = await _sender.SendAsync(Call("/gzip"), default);
        Assert.Equal("""{"a":1}"""u8.ToArray(), reply.Body.ToArray());
    }

    [Fact]
    public async Task Compressed_answer_that_explodes_is_refused()
    {
        var thrown = await Assert.ThrowsAsync<FailureException>(() => _sender.SendAsync(Call("/bomb"), default));
        Assert.Equal("AnswerTooLarge", thrown.Failure.Code);
    }

    [Fact]
    public async Task Body_arrives_unchanged()
    {
        var reply = await _sender.SendAsync(Call("/echo") with { Method = HttpMethod.Post, Kind = CallKind.Write, Body = "äöü"u8.ToArray() }, default);
        Assert.Equal("äöü"u8.ToArray(), reply.Body.ToArray());
    }

    [Theory]
    [InlineData("/cut", CallKind.Write, 1, true)]
    [InlineData("/half", CallKind.Write, 1, true)]
    [InlineData("/half", CallKind.Read, 5, false)]
    [InlineData("/half", CallKind.IdempotentWrite, 5, false)]
    public async Task Cut_connection_is_retried_by_kind(string path, CallKind kind, int requests, bool unknown)
    {
        var call = Call(path) with { Kind = kind, Method = HttpMethod.Post, Body = "{}"u8.ToArray() };

        var thrown = await Assert.ThrowsAsync<FailureException>(() => _sender.SendAsync(call, default));

        Assert.Equal(("ConnectionLost", unknown), (thrown.Failure.Code, thrown.OutcomeUnknown));
        Assert.Equal(requests, _requests);
    }

    [Fact]
    public async Task Refused_connection_of_a_write_is_surely_not_executed()
    {
        await _server.StopAsync();

        var thrown = await Assert.ThrowsAsync<FailureException>(() => _sender.SendAsync(Call("/echo") with { Kind = CallKind.Write }, default));

        Assert.Equal(("ConnectFailed", false), (thrown.Failure.Code, thrown.OutcomeUnknown));
    }

    private HttpCall Call(string path) => SenderFixture.Call() with { Uri = new Uri(_address + path), IsSandbox = true };
}
