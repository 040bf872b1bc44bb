using System.Text;
using System.Text.Json;
using PulpoSync.Cli.Hosting;
using PulpoSync.Engine;
using PulpoSync.Torture.Mutations.Recording;

namespace PulpoSync.Torture.Mutations.Cases;

/// <summary>Import files, spoilt and given to the command line: each entry is taken or refused with what to type instead, and what was refused is not there.</summary>
internal sealed class ImportCases : ICases, IDisposable
{
    private const string Taken = "entries taken";
    private const string Refused = "entries refused";
    private const string FileRefused = "file refused";
    private static readonly string[] Results = ["created", "changed", "unchanged", "failed"];

    private static readonly string[] Small =
    [
        """{ "credentials": [ { "name": "Shop", "system": "Shopify", "address": "acme", "secrets": { "AccessToken": { "env": "PATH" } } } ] }""",
        """
        { "credentials": [ { "name": "P", "system": "Pulpo", "address": "https://eu.pulpo.co", "fields": { "UserName": "u" }, "secrets": { "Password": { "vault": "v", "name": "n" } }, "sandbox": false },
          { "name": "S", "system": "Shopify", "address": "acme.myshopify.com", "fields": { "ClientId": "c" }, "secrets": { "ClientSecret": { "file": "/run/secret" } } } ],
          "stores": [ { "name": "X", "settings": { "PhysicalOnly": true, "PageSize": 20 }, "integrations": [ { "name": "O", "type": "sales_orders", "source": "S", "destination": "P",
            "settings": { "FinancialStatus": ["PAID", "AUTHORIZED"], "WarehouseMap": { "a": "b" }, "StartFrom": "2026-11-01", "NumberPrefix": null }, "daily": { "at": "02:30", "lookbackDays": 7, "gapSeconds": 60 },
            "timeZone": "Europe/Berlin", "enabled": false } ] } ] }
        """,
    ];

    private readonly List<byte[]> _files;
    private readonly Stores _stores = new(_ => Task.CompletedTask);

    public ImportCases()
    {
        // The example has comments, which no JSON has: they are left out, so that it can be taken apart.
        using var example = JsonDocument.Parse(File.ReadAllText(Processes.Repository.File("docs/import.example.json")), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        _files = [JsonSerializer.SerializeToUtf8Bytes(example.RootElement), .. Small.Select(Encoding.UTF8.GetBytes)];
    }

    public string Name => "import files";

    public async Task<CaseResult> RunAsync(Random random, CancellationToken cancellationToken)
    {
        _stores.Renew();
        var mutations = Mutation.Draw([.. JsonMutations.All, .. JsonMutations.All, .. ByteMutations.All], random);
        var file = _stores.Beside("import.json");
        await File.WriteAllBytesAsync(file, AnswerCases.Spoilt(Answer.Json(_files[random.Next(_files.Count)]), mutations, random.Next()).Body, cancellationToken).ConfigureAwait(false);
        using var output = new StringWriter();
        using var error = new StringWriter();
        var context = new CliContext { Runtimes = new RuntimeFactory(), Out = output, Error = error, Console = CliContext.ConsoleOn(output, true) };

        var exitCode = await CommandLineHost.RunAsync(context, ["import", file, "--skip-check", "--json", "--store", _stores.Path], cancellationToken).ConfigureAwait(false);

        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Line).ToList();
        var outcome = error.ToString().Length > 0 ? FileRefused : lines.Exists(line => line.Result == "failed") ? Refused : Taken;
        var wrong = await WrongAsync(exitCode, error.ToString(), lines).ConfigureAwait(false);
        return new CaseResult(string.Join(", ", mutations.Select(mutation => mutation.Name)), outcome, wrong);
    }

    public void Dispose() => _stores.Dispose();

    private async Task<string?> WrongAsync(int exitCode, string error, List<(string Result, string? Code, string? Message)> lines)
    {
        if (error.Contains(ErrorIds.InternalError, StringComparison.Ordinal)) return error.Trim();
        if (lines.Find(line => line.Code == ErrorIds.InternalError) is { Code: not null } fault) return $"{fault.Code}: {fault.Message}";
        if (lines.Exists(line => !Results.Contains(line.Result) || (line.Result == "failed" && (line.Code is null || string.IsNullOrWhiteSpace(line.Message))))) return "an entry without a reason";
        var isRefused = error.Length > 0 || lines.Exists(line => line.Result == "failed");
        if (exitCode != (isRefused ? ExitCodes.Configuration : ExitCodes.Finished)) return $"exit code {exitCode}: {error.Trim()}";
        var made = lines.Count(line => line.Result == "created");
        if (made == 0) return _stores.Now == _stores.Empty ? null : "the store has changed, and nothing was made";
        var runtime = _stores.Open();
        await using var end = runtime.ConfigureAwait(false);
        var there = runtime.GetCredentials().Count + runtime.GetConfigs().Count;
        return there == made ? null : $"{made} entries were made, {there} are there";
    }

    private static (string Result, string? Code, string? Message) Line(string line)
    {
        using var json = JsonDocument.Parse(line);
        var entry = json.RootElement;
        return (entry.GetProperty("result").GetString()!, Text(entry, "code"), Text(entry, "message"));
    }

    private static string? Text(JsonElement entry, string name) => entry.TryGetProperty(name, out var value) ? value.GetString() : null;
}
