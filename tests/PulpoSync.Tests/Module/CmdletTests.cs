using PulpoSync.Module.Help;

namespace PulpoSync.Tests.Module;

public sealed class CmdletTests
{
    // The approved verbs that this module may use; Get-Verb lists them all.
    private static readonly string[] ApprovedVerbs =
        ["Backup", "Clear", "Disable", "Enable", "Export", "Get", "Import", "Initialize", "New", "Register", "Remove", "Reset", "Set", "Start", "Stop", "Test", "Unregister", "Update"];

    // Export- writes a file.
    private static readonly string[] ReadingVerbs = ["Get", "Test"];

    public static TheoryData<string> Names => new(ModuleFolder.Cmdlets.Select(cmdlet => cmdlet.Name));

    [Fact]
    public void Cmdlets_are_there() => Assert.NotEmpty(ModuleFolder.Cmdlets);

    [Theory]
    [MemberData(nameof(Names))]
    public void Verb_is_approved_and_noun_begins_with_Integration(string name)
    {
        var cmdlet = Cmdlet(name);

        Assert.Contains(cmdlet.Verb, ApprovedVerbs);
        Assert.StartsWith("Integration", cmdlet.Noun, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Change_can_be_previewed_and_only_destruction_asks(string name)
    {
        var cmdlet = Cmdlet(name);

        Assert.Equal(!ReadingVerbs.Contains(cmdlet.Verb), cmdlet.SupportsShouldProcess);
        Assert.Equal(cmdlet.Verb is "Remove" or "Reset" or "Clear", cmdlet.HighImpact);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Output_is_declared(string name) => Assert.NotEmpty(Cmdlet(name).OutputTypes);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_cmdlet_takes_a_store(string name) => Assert.Contains(Cmdlet(name).Parameters, parameter => parameter.Name == "StorePath");

    [Theory]
    [MemberData(nameof(Names))]
    public void At_most_one_parameter_of_a_set_takes_the_pipelines_object(string name)
    {
        var cmdlet = Cmdlet(name);

        Assert.All(cmdlet.Sets, set => Assert.True(cmdlet.Parameters.Count(parameter => parameter.In(set) is { ByValue: true }) <= 1));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Default_set_is_named_where_there_are_several(string name)
    {
        var cmdlet = Cmdlet(name);

        if (cmdlet.Sets.Count > 1) Assert.Contains(cmdlet.DefaultSet, cmdlet.Sets);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_secret_is_plain_text(string name)
    {
        string[] secrets = ["AccessToken", "ClientSecret", "Password", "Credential", "DeveloperKey"];

        Assert.DoesNotContain(Cmdlet(name).Parameters, parameter => secrets.Contains(parameter.Name) && parameter.TypeName is not ("SecureString" or "PSCredential"));
    }

    private static CmdletMetadata Cmdlet(string name) => ModuleFolder.Cmdlets.Single(cmdlet => cmdlet.Name == name);
}
