using System.CommandLine;
using PulpoSync.Cli.Hosting;
using PulpoSync.Cli.Json;
using PulpoSync.Cli.Rendering;

namespace PulpoSync.Cli.Commands;

/// <summary><c>pulposync credential list | test | remove</c></summary>
internal static class CredentialCommand
{
    private static readonly Argument<string?> Pattern = NameArguments.Optional("Credential, with wildcards.");
    private static readonly Argument<string> Name = NameArguments.One("Credential.");

    public static Command Create(CliContext context) => new("credential", "Credentials; 'pulposync import' makes and changes them.")
    {
        new Command("list", "Credentials, without their secrets.") { Pattern }.Does(context, ListAsync),
        new Command("test", "Asks the systems whether the credentials work.") { Pattern }.Does(context, TestAsync),
        new Command("remove", "Removes a credential that no integration uses.") { Name }.Does(context, RemoveAsync),
    };

    private static async Task<int> ListAsync(CliCall call, CancellationToken cancellationToken)
    {
        await using var runtime = call.OpenRuntime();
        call.WriteAll(
            runtime.GetCredentials(call.Get(Pattern)), credential => credential, CliJson.Lines.IntegrationCredential,
            credentials => Tables.Of(
                credentials,
                ("Name", c => c.Name), ("System", c => c.System), ("Address", c => c.Address), ("Account", c => c.Account ?? "not checked yet"),
                ("Secrets", c => string.Join(", ", c.Secrets.Select(secret => $"{secret.Key} ({secret.Value})")))),
            "There are no credentials yet; make some with 'pulposync import'.");
        return ExitCodes.Finished;
    }

    private static async Task<int> TestAsync(CliCall call, CancellationToken cancellationToken)
    {
        await using var runtime = call.OpenRuntime();
        var exitCode = ExitCodes.Finished;
        foreach (var credential in runtime.GetCredentials(call.Get(Pattern)))
        {
            var check = await runtime.TestCredentialAsync(credential.Name, cancellationToken);
            if (!check.Succeeded) exitCode = ExitCodes.Failed;
            if (call.Json) call.WriteJson(check, CliJson.Lines.CredentialCheck);
            else Show(call.Context.Out, check);
        }

        return exitCode;
    }

    private static void Show(TextWriter output, CredentialCheck check)
    {
        output.WriteLine(check.Succeeded ? $"{check.Name}: works, {check.Account}" : $"{check.Name}: failed, {check.Error}");
        foreach (var warning in check.Warnings) output.WriteLine($"{check.Name}: warning: {warning}");
    }

    private static async Task<int> RemoveAsync(CliCall call, CancellationToken cancellationToken)
    {
        await using var runtime = call.OpenRuntime();
        var name = call.Get(Name)!;
        runtime.RemoveCredential(name);
        call.WriteDone("credentialRemoved", name, $"Removed the credential {name}.");
        return ExitCodes.Finished;
    }
}
