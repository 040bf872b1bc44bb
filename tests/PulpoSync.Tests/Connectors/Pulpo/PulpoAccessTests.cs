using System.Text;
using System.Text.Json.Nodes;
using PulpoSync.Engine.Contracts;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Connectors.Pulpo;

public class PulpoAccessTests
{
    [Fact]
    public async Task Check_learns_account_and_warehouses()
    {
        await using var fixture = await PulpoFixture.StartAsync();

        var check = await fixture.Connect().CheckAsync(CheckRequest.Credential, default);

        Assert.Null(check.Failure);
        Assert.Equal("pulpo:127.0.0.1/pulpo/acme/43", check.Account);
        Assert.Equal(["Berlin", "Paris"], check.Warehouses.Select(warehouse => warehouse.Name));
    }

    [Fact]
    public async Task Check_refuses_two_warehouses_of_one_id()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        fixture.Host.Faults.Add(new Fault { Kind = FaultKind.Spoilt, System = "pulpo", Path = "warehouses", Count = 0, Spoil = AllOfOneId });

        var failure = (await fixture.Connect().CheckAsync(CheckRequest.Credential, default)).Failure!;

        Assert.Equal((FailureKind.Protocol, "UnexpectedShape"), (failure.Kind, failure.Code));
        Assert.Contains("two warehouses", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_shows_only_warehouses_that_the_user_is_assigned_to()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        fixture.Tenant.AddUser("acme_paris", "geheim", "Paris");

        var check = await fixture.Connect("acme_paris", "geheim").CheckAsync(CheckRequest.Credential, default);

        Assert.Equal("Paris", Assert.Single(check.Warehouses).Name);
    }

    [Fact]
    public async Task Check_tenant_without_warehouse_is_refused()
    {
        await using var fixture = await PulpoFixture.StartAsync(isEmpty: true);

        var check = await fixture.Connect().CheckAsync(CheckRequest.Credential, default);

        Assert.Equal((FailureKind.Authorization, "NoWarehouse"), (check.Failure!.Kind, check.Failure.Code));
    }

    [Theory]
    [InlineData("hunter22", null)]
    [InlineData("hunter22", "acme_wrong")]
    public async Task Check_wrong_user_or_password_is_an_authentication_failure_after_one_login(string password, string? user)
    {
        await using var fixture = await PulpoFixture.StartAsync();

        var check = await fixture.Connect(user, password).CheckAsync(CheckRequest.Credential, default);

        Assert.Equal((FailureKind.Authentication, "LoginRefused"), (check.Failure!.Kind, check.Failure.Code));
        Assert.DoesNotContain(password, check.Failure.Message);
        Assert.Equal(1, fixture.Tenant.FailedLogins);
    }

    [Fact]
    public async Task Token_is_shared_by_connectors_and_calls()
    {
        await using var fixture = await PulpoFixture.StartAsync();

        for (var i = 0; i < 5; i++) Assert.Null((await fixture.Connect().CheckAsync(CheckRequest.Credential, default)).Failure);

        Assert.Equal(1, fixture.Tenant.Logins);
        Assert.True(fixture.Host.Traffic.MaxConcurrency <= 2);
    }

    [Fact]
    public async Task Token_lives_an_hour_less_a_minute_whatever_the_answer_promises()
    {
        await using var fixture = await PulpoFixture.StartAsync(options => options with { DeclaredTokenSeconds = 43_200 });
        await fixture.Connect().CheckAsync(CheckRequest.Credential, default);

        var life = Assert.Single(fixture.Tokens.Logins).ExpiresAt - DateTimeOffset.UtcNow;
        Assert.InRange(life, TimeSpan.FromMinutes(57), TimeSpan.FromMinutes(59));
    }

    [Fact]
    public async Task Token_key_and_mark_hold_no_password()
    {
        await using var fixture = await PulpoFixture.StartAsync(options => options with { Password = "hunter22-secret" });
        await fixture.Connect(null, "hunter22-secret").CheckAsync(CheckRequest.Credential, default);
        await fixture.Connect(null, "hunter22-secret").CheckAsync(CheckRequest.Credential, default);

        var (key, mark) = Assert.Single(fixture.Tokens.Keys);
        Assert.DoesNotContain("hunter22", key + mark);
        Assert.Contains(fixture.Tenant.Username, key);
    }

    [Fact]
    public async Task Token_that_is_refused_is_renewed_once_in_the_middle_of_a_run()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        var orders = fixture.Orders();
        Assert.Equal(WriteStatus.Done, (await orders.WriteAsync([PulpoSamples.Create(PulpoSamples.Simple("1"))], default))[0].Status);

        fixture.Tenant.RevokeTokens();

        Assert.Equal(WriteStatus.Done, (await orders.WriteAsync([PulpoSamples.Create(PulpoSamples.Simple("2"))], default))[0].Status);
        Assert.Equal(2, fixture.Tenant.Logins);
        Assert.Equal(2, fixture.Tenant.Orders.Count);
    }

    [Fact]
    public async Task Token_that_is_refused_again_and_again_ends_as_authentication_failure()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        fixture.Fail(FaultKind.Status, "iam/users/me", 401, body: """{"errors":{"message":"unauthorized"}}""");

        var check = await fixture.Connect().CheckAsync(CheckRequest.Credential, default);

        Assert.Equal((FailureKind.Authentication, "Unauthorized"), (check.Failure!.Kind, check.Failure.Code));
        Assert.Equal(2, fixture.Tenant.Logins);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(403)]
    public async Task Ban_is_said_clearly_and_not_hammered(int status)
    {
        await using var fixture = await PulpoFixture.StartAsync(options => options with { BanStatus = status });
        fixture.Tenant.Ban(TimeSpan.FromMinutes(10));

        var check = await fixture.Connect().CheckAsync(CheckRequest.Credential, default);

        Assert.Equal("LoginBlocked", check.Failure!.Code);
        Assert.Equal(1, fixture.Calls("POST /api/v1/auth"));
    }

    private static ReadOnlyMemory<byte> AllOfOneId(ReadOnlyMemory<byte> body)
    {
        var answer = JsonNode.Parse(body.Span)!;
        var warehouses = answer["warehouses"]!.AsArray();
        foreach (var warehouse in warehouses) warehouse!["id"] = warehouses[0]!["id"]!.GetValue<long>();
        return Encoding.UTF8.GetBytes(answer.ToJsonString());
    }
}
