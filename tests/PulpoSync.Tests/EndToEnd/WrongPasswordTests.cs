using PulpoSync.Sandbox;

namespace PulpoSync.Tests.EndToEnd;

/// <summary>The warehouse changes the password, and somebody sets it right again: nothing is lost meanwhile, and no login is wasted.</summary>
public class WrongPasswordTests
{
    private const int Orders = 12;

    [Fact]
    public async Task Run_with_a_wrong_password_fails_once_and_clearly_and_is_repaired_by_the_right_one()
    {
        await using var rehearsal = await Rehearsal.StartAsync();
        rehearsal.Shop.Seed(new ShopSeed { Seed = 5, Orders = Orders, Plain = true });
        await rehearsal.AddOrdersAsync(settings: ("StartFrom", "2020-01-01"));
        var cursor = rehearsal.Runtime.GetConfigs("Orders").Single().Cursor;
        // A token of the right password is in the cache by now; it must not hide the wrong one.
        await SetPasswordAsync(rehearsal, "wrong, but long enough", skipCheck: true);

        var first = await rehearsal.RunAsync();
        var second = await rehearsal.RunAsync();

        Assert.Equal((RunStatus.Failed, "LoginRefused"), (first.Status, first.Error!.Code));
        Assert.Equal("PULPO at 127.0.0.1 refuses the login of \"pulpo_api\". Check user name (tenant_user) and password; the user must be active. Credential: \"PULPO\".", first.Error.Message);
        // The second one does not even ask: PULPO bans addresses that log in too often.
        Assert.Equal((RunStatus.Failed, "LoginPaused", 1), (second.Status, second.Error!.Code, rehearsal.Tenant.FailedLogins));
        Assert.StartsWith("The last login of \"pulpo_api\" at http://127.0.0.1:", second.Error.Message, StringComparison.Ordinal);
        Assert.Contains("a changed one is tried at once", second.Error.Message, StringComparison.Ordinal);
        Assert.Empty(rehearsal.Tenant.Orders);
        Assert.Equal(cursor, rehearsal.Runtime.GetConfigs("Orders").Single().Cursor);

        await SetPasswordAsync(rehearsal, rehearsal.Tenant.Options.Password, skipCheck: false);
        var repaired = await rehearsal.RunAsync();

        Assert.Equal((RunStatus.Finished, Orders), (repaired.Status, repaired.Counts.Created));
        Assert.Equal(Orders, rehearsal.Tenant.Orders.Count);
    }

    [Fact]
    public async Task Password_that_the_warehouse_has_changed_is_noticed_and_the_new_one_taken_at_once()
    {
        await using var rehearsal = await Rehearsal.StartAsync();
        rehearsal.Shop.Seed(new ShopSeed { Seed = 5, Orders = Orders, Plain = true });
        await rehearsal.AddOrdersAsync(settings: ("StartFrom", "2020-01-01"));
        rehearsal.Tenant.AddUser("clerk", "old password");
        await SetPasswordAsync(rehearsal, "old password", skipCheck: false, user: "clerk");
        rehearsal.Tenant.SetPassword("clerk", "new password");
        rehearsal.Tenant.RevokeTokens();

        var failed = await rehearsal.RunAsync();
        await SetPasswordAsync(rehearsal, "new password", skipCheck: false);
        var repaired = await rehearsal.RunAsync();

        Assert.Equal((RunStatus.Failed, FailureKind.Authentication), (failed.Status, failed.Error!.Kind));
        Assert.Equal((RunStatus.Finished, Orders), (repaired.Status, repaired.Counts.Created));
    }

    private static Task SetPasswordAsync(Rehearsal rehearsal, string password, bool skipCheck, string? user = null) => rehearsal.Runtime.SetCredentialAsync(
        new CredentialDefinition
        {
            Name = "PULPO", SkipCheck = skipCheck, Fields = user is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["UserName"] = user },
            Secrets = new Dictionary<string, SecretInput> { ["Password"] = SecretInput.FromText(password) },
        },
        CancellationToken.None);
}
