using System.CommandLine;
using PulpoSync.Cli.Hosting;
using PulpoSync.Cli.Json;

namespace PulpoSync.Cli.Commands;

/// <summary><c>pulposync init</c></summary>
internal static class InitCommand
{
    private static readonly Option<string[]> Account = new("--account")
    {
        Description = "Who will run the integrations and gets the rights to store and key; where it is not you. May be repeated on Windows.",
    };

    public static Command Create(CliContext context) => new Command("init", "Makes the store and its key; changes nothing where they are there.") { Account }
        .Does(context, async (call, _) =>
        {
            await using var runtime = call.OpenRuntime();
            var store = runtime.InitializeStore(call.Get(Account));
            if (call.Json) call.WriteJson(store, CliJson.Lines.StoreInfo);
            else
            {
                context.Out.WriteLine($"{(store.Created ? "Made" : "There already:")} {store.Path}");
                context.Out.WriteLine($"Its key: {store.KeySource}. Without it the stored secrets are lost; keep a copy apart from the store's.");
            }

            return ExitCodes.Finished;
        });
}
