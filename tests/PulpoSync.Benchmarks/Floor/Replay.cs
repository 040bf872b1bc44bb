using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PulpoSync.Benchmarks.World;

namespace PulpoSync.Benchmarks.Floor;

/// <summary>
/// The bare loop: sends recorded requests and reads the answers to their ends, without looking at them. No client that asks the same can be faster by
/// more than what it saves here.
/// </summary>
internal static class Replay
{
    private static readonly MediaTypeHeaderValue JsonType = new("application/json");

    /// <summary>Sends the requests of each file in order, the files at the same time; orders wait for their customers.</summary>
    /// <returns>0, or 1 where an answer had another status than the recorded one: then it was not the same world.</returns>
    public static async Task<int> RunAsync(Uri sandbox, string world, IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        using var http = new HttpMessageInvoker(new SocketsHttpHandler { UseCookies = false, UseProxy = false });
        var token = await TokenAsync(http, sandbox, world, cancellationToken);
        using var answered = new SemaphoreSlim(0);
        var wrong = await Task.WhenAll(files.Select(file => SendAsync(http, sandbox, world, token, file, answered, cancellationToken)));
        if (wrong.Sum() == 0) return 0;
        Console.WriteLine($"{wrong.Sum()} answers had another status than the recorded ones.");
        return 1;
    }

    private static async Task<int> SendAsync(
        HttpMessageInvoker http, Uri sandbox, string world, string token, string file, SemaphoreSlim answered, CancellationToken cancellationToken)
    {
        var (wrong, waited) = (0, 0);
        var buffer = new byte[64 * 1024];
        foreach (var recorded in Recording.Read(file))
        {
            for (; waited < recorded.After; waited++) await answered.WaitAsync(cancellationToken);
            using var request = new HttpRequestMessage(
                HttpMethod.Parse(recorded.Method), new Uri(sandbox, $"{recorded.System}/{world}/{recorded.Path}{recorded.Query}"));
            if (recorded.System == "shopify") request.Headers.TryAddWithoutValidation("X-Shopify-Access-Token", Login.ShopToken);
            else request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            if (recorded.RequestBody is { } body) request.Content = new StringContent(body, Encoding.UTF8, JsonType);
            using var answer = await http.SendAsync(request, cancellationToken);
            using var stream = await answer.Content.ReadAsStreamAsync(cancellationToken);
            while (await stream.ReadAsync(buffer, cancellationToken) > 0)
            {
                // Only read.
            }

            if ((int)answer.StatusCode != recorded.Status) wrong++;
            if (recorded.Lane is Lane.Customers) answered.Release();
        }

        return wrong;
    }

    private static async Task<string> TokenAsync(HttpMessageInvoker http, Uri sandbox, string world, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(sandbox, $"pulpo/{world}/api/v1/auth"))
        {
            Content = JsonContent.Create(new { grant_type = "password", username = Login.UserName, password = Login.Password, scope = "default" }),
        };
        using var answer = await http.SendAsync(request, cancellationToken);
        var token = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return token.GetProperty("access_token").GetString()!;
    }
}
