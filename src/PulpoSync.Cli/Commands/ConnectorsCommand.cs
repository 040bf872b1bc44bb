using System.CommandLine;
using PulpoSync.Cli.Hosting;
using PulpoSync.Cli.Json;
using PulpoSync.Cli.Rendering;

namespace PulpoSync.Cli.Commands;

/// <summary><c>pulposync connectors</c></summary>
internal static class ConnectorsCommand
{
    public static Command Create(CliContext context) => new Command("connectors", "Systems that can be connected, and what their credentials need.")
        .Does(context, async (call, _) =>
        {
            await using var runtime = call.OpenRuntime();
            call.WriteAll(
                runtime.GetConnectors(), connector => connector, CliJson.Lines.ConnectorInfo,
                connectors => Tables.Of(
                    connectors,
                    ("System", c => c.Name), ("Reads", c => List(c.SourceOf)), ("Writes", c => List(c.DestinationOf)),
                    ("Credential fields", c => string.Join(", ", c.CredentialFields.Select(field => field.Name))),
                    ("Description", c => c.Description)),
                "There are none.");
            return ExitCodes.Finished;
        });

    private static string List(IEnumerable<IntegrationType> types) => string.Join(", ", types.Select(type => type.ToStoredName()));
}
