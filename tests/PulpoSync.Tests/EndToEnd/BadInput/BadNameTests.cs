namespace PulpoSync.Tests.EndToEnd.BadInput;

/// <summary>Names that do not exist: each command says which there are.</summary>
public sealed class BadNameTests(BadInputWorld world) : IClassFixture<BadInputWorld>
{
    private static readonly Dictionary<string, Func<IPulpoSyncRuntime, Task>> Credentials = new()
    {
        ["get"] = runtime => Task.FromResult(runtime.GetCredentials("Sohp")),
        ["set"] = runtime => runtime.SetCredentialAsync(new CredentialDefinition { Name = "Sohp" }, CancellationToken.None),
        ["test"] = runtime => runtime.TestCredentialAsync("Sohp", CancellationToken.None),
        ["remove"] = runtime => Do(() => runtime.RemoveCredential("Sohp")),
    };

    private static readonly Dictionary<string, Func<IPulpoSyncRuntime, Task>> Configs = new()
    {
        ["get"] = runtime => Task.FromResult(runtime.GetConfigs("Ordres")),
        ["set"] = runtime => runtime.SetConfigAsync(new ConfigDefinition { Name = "Ordres" }, CancellationToken.None),
        ["remove"] = runtime => Do(() => runtime.RemoveConfig("Ordres")),
        ["reset"] = runtime => Do(() => runtime.ResetCursor("Ordres")),
        ["start"] = runtime => StartAsync(runtime, new StartRequest { Names = ["Orders", "Ordres"] }),
        ["start what is due"] = runtime => StartAsync(runtime, new StartRequest { Names = ["Ordres"], Due = true }),
        ["preview"] = runtime => StartAsync(runtime, new StartRequest { Names = ["Ordres"], Preview = true }),
    };

    public static TheoryData<string> CredentialCommands => [.. Credentials.Keys];
    public static TheoryData<string> ConfigCommands => [.. Configs.Keys];

    [Theory]
    [MemberData(nameof(CredentialCommands))]
    public async Task Credential_that_does_not_exist(string command)
    {
        var error = await world.AssertRefusedAsync(
            () => Credentials[command](world.Runtime), ErrorIds.CredentialNotFound, "There is no credential \"Sohp\".", "There are: PULPO, Shop.");
        Assert.Equal("Sohp", error.Target);
    }

    [Theory]
    [MemberData(nameof(ConfigCommands))]
    public async Task Integration_that_does_not_exist(string command)
    {
        var error = await world.AssertRefusedAsync(
            () => Configs[command](world.Runtime), ErrorIds.ConfigNotFound, "There is no integration \"Ordres\".", "There are: Nightly, Orders.");
        Assert.Equal("Ordres", error.Target);
    }

    [Fact]
    public Task Start_without_a_name() => world.AssertRefusedAsync(
        () => StartAsync(world.Runtime, new StartRequest()), ErrorIds.ConfigNotFound, "Give names of integrations", "what is due");

    [Fact]
    public Task System_that_does_not_exist() => world.AssertRefusedAsync(
        () => Do(() => world.Runtime.GetCredentials(system: "Shopfy")), ErrorIds.SystemUnknown, "\"Shopfy\"", "Type one of Shopify, Billbee, Pulpo.");

    [Fact]
    public Task Credential_that_is_in_use_is_not_removed() => world.AssertRefusedAsync(
        () => Do(() => world.Runtime.RemoveCredential("Shop")), ErrorIds.CredentialInUse, "Nightly, Orders", "Remove or change these integrations first.");

    private static Task Do(Action action)
    {
        action();
        return Task.CompletedTask;
    }

    private static async Task StartAsync(IPulpoSyncRuntime runtime, StartRequest request)
    {
        await foreach (var _ in runtime.StartAsync(request, CancellationToken.None)) { }
    }
}
