using System.Text;
using PulpoSync.Engine.Secrets;

namespace PulpoSync.Tests.Secrets;

public class RedactorTests
{
    private const string Secret = "p\"ss w/rd+ä";
    private readonly Redactor _redactor = new();

    [Fact]
    public void Clean_replaces_every_form_in_which_a_secret_travels()
    {
        _redactor.Register(Secret, "api_user");
        string[] forms =
        [
            Secret,
            Uri.EscapeDataString(Secret),
            Uri.EscapeDataString(Secret).Replace("%20", "+"),
            Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret)),
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"api_user:{Secret}")),
            System.Text.Json.JsonSerializer.Serialize(Secret).Trim('"'),
        ];

        foreach (var form in forms)
        {
            var clean = _redactor.Clean($"before {form} after");
            Assert.StartsWith("before ***", clean);
            Assert.EndsWith(" after", clean);
            Assert.DoesNotContain(form.TrimEnd('='), clean);
        }
    }

    [Theory]
    [InlineData("token shpat_0123456789abcdef0123456789abcdef refused", "token *** refused")]
    [InlineData("shpss_0123456789abcdef", "***")]
    [InlineData("Authorization: Bearer abc.def-1234567", "Authorization: Bearer ***")]
    [InlineData("jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.sig-1 end", "jwt *** end")]
    [InlineData("a bearer of bad news", "a bearer of bad news")]
    [InlineData("nothing here", "nothing here")]
    [InlineData("", "")]
    public void Clean_knows_tokens_by_their_looks(string text, string clean) => Assert.Equal(clean, _redactor.Clean(text));

    [Fact]
    public void Clean_replaces_the_longest_of_secrets_that_begin_alike()
    {
        _redactor.Register("geheim");
        _redactor.Register("geheimnis");

        Assert.Equal("*** and ***, ***", _redactor.Clean("geheimnis and geheim, geheimnis"));
        Assert.Equal("******", _redactor.Clean("geheimgeheimnis"));
    }

    [Fact]
    public void Clean_gives_the_same_instance_where_there_is_nothing_to_replace()
    {
        _redactor.Register("hunter22");
        var text = "an order was written, gehe hin";

        Assert.Same(text, _redactor.Clean(text));
    }

    [Fact]
    public void Register_leaves_very_short_secrets_alone()
    {
        _redactor.Register("abc");

        Assert.Equal("abcdef", _redactor.Clean("abcdef"));
    }
}
