using PulpoSync.Engine.Connectors.Billbee;
using PulpoSync.Engine.Connectors.Pulpo;
using PulpoSync.Engine.Connectors.Shopify;
using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Flows;
using PulpoSync.Engine.Setup;

namespace PulpoSync.Torture.Mutations.Cases;

/// <summary>
/// Every setting of every type between every two systems, with every odd value: taken, and then a run with it fails at most for a reason, or refused by an error
/// that names the setting, and then nothing is there.
/// </summary>
internal sealed class SettingCases : ICases, IDisposable
{
    public const string Taken = "taken";
    public const string Refused = "refused";
    private const int OneInSoManyRuns = 10;

    private static readonly (string Credential, ConnectorSpec Spec)[] Systems = [("S", new ShopifySystem().Spec), ("B", new BillbeeSystem().Spec), ("P", new PulpoSystem().Spec)];

    private static readonly (FlowDefinition Flow, string Source, string Destination, IReadOnlyList<SettingSpec> Specs)[] Pairs =
    [
        .. from flow in FlowCatalog.All
           from source in Systems where source.Spec.SourceOf.Contains(flow.Type)
           from destination in Systems where destination.Spec.DestinationOf.Contains(flow.Type)
           select (flow, source.Credential, destination.Credential, SettingCatalog.For(flow, source.Spec, destination.Spec)),
    ];

    private readonly Stores _stores = new(FillAsync);

    public string Name => "settings";

    /// <summary>Credentials of nobody's accounts: S, B and P.</summary>
    public static async Task FillAsync(IPulpoSyncRuntime runtime)
    {
        foreach (var (name, system, address, secrets) in new[]
        {
            ("S", "Shopify", "http://127.0.0.1:1/shopify/acme", new[] { "AccessToken" }), ("B", "Billbee", "http://127.0.0.1:1/billbee/acme", ["Password", "DeveloperKey"]),
            ("P", "Pulpo", "http://127.0.0.1:1/pulpo/acme", ["Password"]),
        })
        {
            await runtime.NewCredentialAsync(
                new CredentialDefinition
                {
                    Name = name, System = system, Address = address, Sandbox = true, SkipCheck = true, Secrets = secrets.ToDictionary(secret => secret, _ => SecretInput.FromText("sandbox-secret")),
                    Fields = system == "Shopify" ? new Dictionary<string, string>() : new Dictionary<string, string> { ["UserName"] = "acme" },
                },
                CancellationToken.None).ConfigureAwait(false);
        }
    }

    public async Task<CaseResult> RunAsync(Random random, CancellationToken cancellationToken)
    {
        _stores.Renew();
        var (flow, source, destination, specs) = Pairs[random.Next(Pairs.Length)];
        var spec = specs[random.Next(specs.Count)];
        var value = OddInputs.Any(random);
        var settings = specs.Where(one => one.Required).ToDictionary(one => one.Name, one => (string?)(one.Choices.Count > 0 ? one.Choices[0] : "a=b"));
        // Else it would tell the shop nothing, and be refused whatever the odd value is.
        if (specs.Any(one => one.Name == "LotsToNote")) settings["LotsToNote"] = "true";
        settings[spec.Name] = value;
        var what = $"{flow.Type.ToStoredName()} {source} to {destination}: {spec.Name} = {(value is { Length: > 60 } ? $"{value[..60]}…" : value ?? "(null)")}";
        var runtime = _stores.Open();
        await using var end = runtime.ConfigureAwait(false);
        try
        {
            var definition = new ConfigDefinition { Name = "I", Type = flow.Type, Source = source, Destination = destination, Settings = settings, SkipCheck = true };
            await runtime.NewConfigAsync(definition, cancellationToken).ConfigureAwait(false);
        }
        catch (PulpoSyncException e)
        {
            return new CaseResult(what, Refused, Stores.Complain(e, spec.Name) ?? (_stores.Now == _stores.Empty ? null : "refused, and something is left in the store"));
        }

        return new CaseResult(what, Taken, random.Next(OneInSoManyRuns) == 0 ? await TriedAsync(runtime, cancellationToken).ConfigureAwait(false) : null);
    }

    public void Dispose() => _stores.Dispose();

    private static async Task<string?> TriedAsync(IPulpoSyncRuntime runtime, CancellationToken cancellationToken)
    {
        var events = new List<RunEvent>();
        await foreach (var happened in runtime.StartAsync(new StartRequest { Names = ["I"] }, cancellationToken).ConfigureAwait(false)) events.Add(happened);
        return events.OfType<RunFinished>().FirstOrDefault(finished => finished.Run.Error?.Code == ErrorIds.InternalError) is { } unforeseen ? $"run: {unforeseen.Run.Error}" : null;
    }
}
