using System.Text.RegularExpressions;

namespace PulpoSync.Torture.Mutations.Recording;

/// <summary>A request, as far as its answer depends on it.</summary>
/// <param name="Operation">GraphQL operation, or method and path with its numbers left out.</param>
/// <param name="Key">All of it.</param>
internal sealed partial record Asked(string Operation, string Key)
{
    /// <summary>The same, whatever the size of the page: a page that cannot be had is asked for once more, and then in smaller ones.</summary>
    public string Place => PageSize().Replace(Key, "");

    public static async Task<Asked> OfAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        var operation = GraphQL().Match(body) is { Success: true } match ? match.Groups[1].Value : $"{request.Method} {Numbers().Replace(request.RequestUri!.AbsolutePath, "#")}";
        return new Asked(operation, $"{request.Method} {request.RequestUri!.PathAndQuery} {body}");
    }

    [GeneratedRegex("\"operationName\"\\s*:\\s*\"([A-Za-z]+)\"")]
    private static partial Regex GraphQL();

    [GeneratedRegex("\"first\":[0-9]+|pageSize=[0-9]+")]
    private static partial Regex PageSize();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Numbers();
}
