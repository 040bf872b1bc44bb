using System.Text;
using PulpoSync.Engine.Connectors.Billbee;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Tests.Connectors.Billbee;

public class BillbeeCredentialTests
{
    [Fact]
    public async Task From_sends_both_authentications_and_knows_the_account_by_the_user()
    {
        await using var fixture = await BillbeeFixture.StartAsync();

        var credential = From(fixture, "Api@Acme.example", "pässword:1", "key-1");

        Assert.Equal("key-1", credential.Headers["X-Billbee-Api-Key"]);
        Assert.Equal($"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("Api@Acme.example:pässword:1"))}", credential.Headers["Authorization"]);
        Assert.Equal("billbee:api@acme.example", credential.Account);
    }

    [Theory]
    [InlineData("", "password", "key", BillbeeSpec.UserName)]
    [InlineData("us:er", "password", "key", BillbeeSpec.UserName)]
    [InlineData("user", " ", "key", BillbeeSpec.Password)]
    [InlineData("user", "password", "", BillbeeSpec.DeveloperKey)]
    [InlineData("user", "password", "ke\ny", BillbeeSpec.DeveloperKey)]
    [InlineData("user", "password", "kéy", BillbeeSpec.DeveloperKey)]
    public async Task From_says_which_field_is_wrong_and_never_what_it_holds(string user, string password, string key, string field)
    {
        await using var fixture = await BillbeeFixture.StartAsync();

        var refused = Assert.Throws<PulpoSyncException>(() => From(fixture, user, password, key));

        Assert.Equal((ErrorIds.CredentialInvalid, field), (refused.ErrorId, refused.Target));
        Assert.DoesNotContain("kéy", refused.Message, StringComparison.Ordinal);
    }

    private static BillbeeCredential From(BillbeeFixture fixture, string user, string password, string key) => BillbeeCredential.From(fixture.Context() with
    {
        Fields = new Dictionary<string, string> { [BillbeeSpec.UserName] = user },
        Secrets = new Dictionary<string, string> { [BillbeeSpec.Password] = password, [BillbeeSpec.DeveloperKey] = key },
    });
}
