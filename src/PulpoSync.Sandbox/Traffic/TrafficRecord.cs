namespace PulpoSync.Sandbox;

/// <summary>One line of the recording: a request and what was sent back. Status 0 means that the answer was lost, or made up by a fault.</summary>
/// <param name="System">The vendor.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path after the shop's or tenant's name.</param>
/// <param name="Query">The query string with its question mark, or empty.</param>
/// <param name="RequestBody">The request's body with secrets masked, or null.</param>
/// <param name="Status">The HTTP status sent, or 0.</param>
/// <param name="ResponseBody">The body sent with secrets masked, or null.</param>
/// <param name="ApiVersion">The vendor's API version that served the request, where it has versions.</param>
/// <param name="Credentials">Which kinds of credentials were sent, such as <c>Authorization: Basic</c> and <c>X-Billbee-Api-Key</c>; never what they are.</param>
internal sealed record TrafficRecord(
    string System, string Method, string Path, string Query, string? RequestBody, int Status, string? ResponseBody, string? ApiVersion,
    IReadOnlyList<string> Credentials);
