namespace PulpoSync.Torture.Mutations.Cases;

/// <summary>
/// Rows of a table of stores, with odd cells, as <c>Import-Csv</c> gives them and the commands bind them: a credential or an integration is made as it was typed,
/// or refused by an error with an id, and then nothing of it is there.
/// </summary>
internal sealed class RowCases : ICases, IDisposable
{
    private static readonly Dictionary<string, string?>[] Rows =
    [
        new() { ["Name"] = "Shop", ["System"] = "Shopify", ["Address"] = "acme", ["AccessToken"] = "shpat_0123456789abcdef0123456789abcdef" },
        new() { ["Name"] = "Shop", ["System"] = "Shopify", ["Address"] = "https://acme.myshopify.com/", ["ClientId"] = "c", ["ClientSecretEnv"] = "PATH", ["ApiVersion"] = "2026-10" },
        new() { ["Name"] = "Bill", ["System"] = "Billbee", ["UserName"] = "acme@example.com", ["Password"] = "p", ["DeveloperKeyEnv"] = "PATH" },
        new() { ["Name"] = "Ware", ["System"] = "Pulpo", ["Address"] = "https://eu.pulpo.co", ["UserName"] = "u", ["PasswordFile"] = "/run/secret" },
        new() { ["Name"] = "Orders", ["Type"] = "sales_orders", ["Source"] = "S", ["Destination"] = "P", ["Every"] = "10", ["TimeZone"] = "Europe/Berlin", ["Enabled"] = "true" },
        new() { ["Name"] = "Orders", ["Type"] = "sales_orders", ["Source"] = "B", ["Destination"] = "P", ["DailyAt"] = "02:30", ["LookbackDays"] = "7", ["GapSeconds"] = "60" },
        new() { ["Name"] = "Stock", ["Type"] = "stock", ["Source"] = "P", ["Destination"] = "S", ["Every"] = "60" },
    ];

    private static readonly string[] SecretFields = ["AccessToken", "ClientSecret", "Password", "DeveloperKey"];
    private static readonly string[] PlainFields = ["UserName", "ClientId", "ApiVersion"];

    private readonly Stores _stores = new(SettingCases.FillAsync);

    public string Name => "rows";

    public async Task<CaseResult> RunAsync(Random random, CancellationToken cancellationToken)
    {
        _stores.Renew();
        var row = new Dictionary<string, string?>(Rows[random.Next(Rows.Length)]);
        var cells = row.Keys.ToList();
        for (var i = random.Next(1, 4); i > 0; i--) row[cells[random.Next(cells.Count)]] = OddInputs.Any(random) ?? "";
        var what = string.Join(", ", row.Select(cell => $"{cell.Key}={(cell.Value is { Length: > 40 } value ? $"{value[..40]}…" : cell.Value ?? "(null)")}"));
        var runtime = _stores.Open();
        await using var end = runtime.ConfigureAwait(false);
        try
        {
            var name = row.ContainsKey("Type") ? await ConfigAsync(runtime, row, cancellationToken).ConfigureAwait(false) : await CredentialAsync(runtime, row, cancellationToken).ConfigureAwait(false);
            if (name is null) return new CaseResult(what, SettingCases.Refused);
            return new CaseResult(what, SettingCases.Taken, name.Trim() != row["Name"]?.Trim() ? $"became {name}" : null);
        }
        catch (PulpoSyncException e)
        {
            return new CaseResult(what, SettingCases.Refused, Stores.Complain(e) ?? (_stores.Now == _stores.Empty ? null : "refused, and something is left in the store"));
        }
    }

    public void Dispose() => _stores.Dispose();

    private static async Task<string?> CredentialAsync(IPulpoSyncRuntime runtime, Dictionary<string, string?> row, CancellationToken cancellationToken)
    {
        var secrets = new Dictionary<string, SecretInput>();
        foreach (var field in SecretFields)
        {
            if (row.GetValueOrDefault(field) is { } text) secrets[field] = SecretInput.FromText(text);
            else if (row.GetValueOrDefault($"{field}Env") is { } variable) secrets[field] = SecretInput.FromReference(new SecretReference("env", variable));
            else if (row.GetValueOrDefault($"{field}File") is { } file) secrets[field] = SecretInput.FromReference(new SecretReference("file", file));
        }

        var made = await runtime.NewCredentialAsync(
            new CredentialDefinition
            {
                Name = row["Name"]!, System = row["System"], Address = row.GetValueOrDefault("Address"), Secrets = secrets, SkipCheck = true,
                Fields = PlainFields.Where(field => row.GetValueOrDefault(field) is not null).ToDictionary(field => field, field => row[field]!),
            },
            cancellationToken).ConfigureAwait(false);
        return runtime.GetCredentials(made.Name).Single().Name;
    }

    // Null: a cell that no number, word or switch could be bound from, which PowerShell itself refuses.
    private static async Task<string?> ConfigAsync(IPulpoSyncRuntime runtime, Dictionary<string, string?> row, CancellationToken cancellationToken)
    {
        if (!IntegrationTypes.TryParse(row["Type"] ?? "", out var type)) return null;
        if (!Bind(row, "Every", out var every) || !Bind(row, "LookbackDays", out var days) || !Bind(row, "GapSeconds", out var gap)) return null;
        var made = await runtime.NewConfigAsync(
            new ConfigDefinition
            {
                Name = row["Name"]!, Type = type, Source = row["Source"], Destination = row["Destination"], Every = every, LookbackDays = days, GapSeconds = gap,
                DailyAt = row.GetValueOrDefault("DailyAt"), TimeZone = row.GetValueOrDefault("TimeZone"), Enabled = row.GetValueOrDefault("Enabled") is not "false", SkipCheck = true,
            },
            cancellationToken).ConfigureAwait(false);
        return runtime.GetConfigs(made.Name).Single().Name;
    }

    private static bool Bind(Dictionary<string, string?> row, string cell, out int? number)
    {
        number = int.TryParse(row.GetValueOrDefault(cell), out var bound) ? bound : null;
        return number is not null || row.GetValueOrDefault(cell) is null;
    }
}
