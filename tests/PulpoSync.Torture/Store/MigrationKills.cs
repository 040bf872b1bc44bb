using System.Globalization;
using PulpoSync.Engine.Storage;

namespace PulpoSync.Torture.Store;

/// <summary>Stores of every older schema, with something in them, whose change of schema is killed (SIGKILL) inside each of its steps; the next start completes it.</summary>
internal static class MigrationKills
{
    /// <summary>What it is called in the table.</summary>
    public const string Done = "killed (SIGKILL) inside a step from an older schema";

    // Columns of the first schema: each later one has them as well.
    private const string Life = """
        INSERT INTO credentials VALUES (1, 'Shop', 'SHOP', 'Shopify', 'acme.myshopify.com', '{}', 'shopify:acme', 1, 0, 0), (2, 'PULPO', 'PULPO', 'Pulpo', 'https://eu.pulpo.co', '{}', 'pulpo:acme', 1, 0, 0);
        INSERT INTO integrations (id, name, name_key, type, source_id, destination_id, settings, time_zone, enabled, created_at, cursor) VALUES (1, 'Orders', 'ORDERS', 'SalesOrders', 1, 2, '{}', 'UTC', 1, 0, 'x');
        INSERT INTO routes VALUES (1, 'SalesOrders', 'shopify:acme', 'pulpo:acme');
        INSERT INTO runs (id, integration_id, route_id, status, trigger, started_at, ended_at, counts) VALUES (1, 1, 1, 'Finished', 'Manual', 1, 2, '{}');
        INSERT INTO log (at, level, integration_id, run_id, code, message) VALUES (1, 0, 1, 1, 'Read', 'What was said.');
        INSERT INTO ledger (route_id, source_key, part, state, number, ordinal, owner_id, locked, fingerprint, attempts, acknowledgement_due, first_seen_at, changed_at, bare_number, bare_key)
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
        SELECT 1, 'gid://shopify/Order/' || i, '', CASE i % 3 WHEN 0 THEN 'Written' WHEN 1 THEN 'Parked' ELSE 'Pending' END, i, 0, 1, 0, '', 0, i % 2, i, i, i, i FROM n;
        """;

    private static readonly string[] Looks =
    [
        "SELECT name || value FROM meta", "SELECT id || name || address || account FROM credentials", "SELECT id || name || settings || cursor || source_id FROM integrations",
        "SELECT id || type || source_account FROM routes", "SELECT id || status || counts FROM runs", "SELECT id || message || integration_id || run_id FROM log",
        "SELECT source_key || state || number || acknowledgement_due || changed_at FROM ledger",
    ];

    public static async Task<IReadOnlyList<string>> PlayAsync(Tally tally)
    {
        var findings = new List<string>();
        var folder = Directory.CreateTempSubdirectory("pulposync-migration-").FullName;
        try
        {
            for (var schema = 1; schema < Migration.All.Count; schema++)
            {
                var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{schema}.db"));
                var step = string.Create(CultureInfo.InvariantCulture, $"schema {schema}");
                if (await KillAsync(path, schema) is { } finding) findings.Add($"{step}: {finding}");
                tally.Add(Done, "nothing; the next start completes it", "nothing");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return findings;
    }

    private static async Task<string?> KillAsync(string path, int schema)
    {
        SqliteStore.Create(path, TimeProvider.System, _ => null, [.. Migration.All.Take(schema)]).Dispose();
        Script(path, Life);
        var before = Content(path);
        // In the first step that is missing, or in the second one after the first is done.
        var step = Math.Min(Migration.All.Count - schema, 1 + (schema % 2));
        using (var process = ChildProcess.Start(FormattableString.Invariant($"migrating:{step}"), "runs", "--store", path))
        {
            await Task.WhenAny(process.Halted, process.Exited);
            if (!process.Halted.IsCompleted) return $"could not be killed: {process.Errors}";
            await process.KillAsync();
        }

        using (SqliteStore.Open(path, TimeProvider.System))
        {
        }

        using var database = Database.Open(path);
        if (database.Damage() is { } damage) return damage;
        var version = database.Read(session => session.First("PRAGMA user_version", row => row.Int(0)));
        if (version != Migration.All[^1].Version) return FormattableString.Invariant($"is schema {version} after the next start");
        var journal = database.Read(session => session.First("SELECT count(*) FROM journal", row => row.Int(0)));
        if (journal != Migration.All.Count) return FormattableString.Invariant($"{journal} steps stand in the journal");
        return Content(path) == before ? null : "what was in it has changed";
    }

    private static void Script(string path, string sql)
    {
        using var database = Database.Open(path);
        database.Write(session => session.Script(sql));
    }

    private static string Content(string path)
    {
        using var database = Database.Open(path);
        return string.Join('\n', Looks.SelectMany(look => database.Read(session => session.All(look, row => row.Text(0)))));
    }
}
