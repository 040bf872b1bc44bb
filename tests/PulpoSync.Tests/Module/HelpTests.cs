using System.Xml.Linq;
using PulpoSync.Engine.Rules;
using PulpoSync.Module.Help;
using PulpoSync.PowerShell.Commands;
using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.Tests.Module;

public sealed class HelpTests
{
    private static readonly HelpBook Book = HelpBook.Read(ModuleFolder.Source("docs", "cmdlets"));

    [Fact]
    public void Pages_and_cmdlets_describe_each_other_completely() => Assert.Empty(HelpCheck.Faults(Book, ModuleFolder.Cmdlets));

    [Fact]
    public void Compiled_help_has_every_cmdlet()
    {
        var help = XDocument.Load(ModuleFolder.File("en-US", "PulpoSync.PowerShell.dll-Help.xml"));
        var names = help.Descendants().Where(element => element.Name.LocalName == "details").Select(details => details.Elements().First().Value);

        Assert.Equal(ModuleFolder.Cmdlets.Select(cmdlet => cmdlet.Name), names);
    }

    [Fact]
    public void Related_entries_exist()
    {
        var known = ModuleFolder.Cmdlets.Select(cmdlet => cmdlet.Name)
            .Concat(Directory.GetFiles(ModuleFolder.File("en-US"), "about_*.help.txt").Select(file => Path.GetFileName(file).Replace(".help.txt", "", StringComparison.Ordinal)))
            .ToHashSet();

        Assert.All(Book.Pages.Values.SelectMany(page => page.Related), entry => Assert.Contains(entry, known));
    }

    [Fact]
    public void Error_ids_are_all_explained() =>
        Assert.All(typeof(ErrorIds).GetFields(), id => Assert.Contains($"    {id.Name} ", About("Errors"), StringComparison.Ordinal));

    [Fact]
    public void Reason_codes_are_all_explained() =>
        Assert.All(typeof(ReasonCodes).GetFields(), code => Assert.Contains($"    {code.Name} ", About("Reasons"), StringComparison.Ordinal));

    [Fact]
    public void Settings_are_all_explained()
    {
        var settings = typeof(ConfigDefinitionCommand).GetProperties()
            .Where(property => property.GetCustomAttributesData().Any(data => data.AttributeType == typeof(SettingAttribute)));

        Assert.All(settings, setting => Assert.Contains($"    {setting.Name} ", About("Settings"), StringComparison.Ordinal));
    }

    [Fact]
    public void Rules_of_an_order_are_all_explained()
    {
        var rules = typeof(IOrderRule).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IOrderRule)))
            .Select(type => ((IOrderRule)Activator.CreateInstance(type)!).Name).Where(name => name is not ("CounterState" or "HandedOver"));

        Assert.All(rules, rule => Assert.Contains(rule, About("Rules"), StringComparison.Ordinal));
    }

    public static TheoryData<string> Topics => new(Directory.GetFiles(ModuleFolder.File("en-US"), "about_*.help.txt").Select(file => Path.GetFileName(file)
        .Replace("about_PulpoSync", "", StringComparison.Ordinal).Replace(".help.txt", "", StringComparison.Ordinal).TrimStart('_')));

    [Theory]
    [MemberData(nameof(Topics))]
    public void About_topic_fits_a_narrow_window(string topic) => Assert.All(About(topic).Split('\n'), line => Assert.True(line.Length <= 80, line));

    [Fact]
    public void Page_is_read_with_its_examples_and_parameters()
    {
        var page = HelpBook.Page(
        [
            "# Get-Thing", "Gets `things`.", "", "## Description", "One.", "two.", "", "Three [four](x.md).", "",
            "## Parameters", "### -Name", "Its name.", "## Examples", "### First", "```powershell", "Get-Thing", "# not a heading", "```", "Shows it.",
            "## Related", "- Set-Thing", "- about_Things",
        ]);

        Assert.Equal("Gets things.", page.Synopsis);
        Assert.Equal(["One. two.", "Three four."], page.Description);
        Assert.Equal(["Its name."], page.Parameters["name"]);
        Assert.Equal(("First", "Get-Thing\n# not a heading"), (page.Examples[0].Title, page.Examples[0].Code));
        Assert.Equal(["Shows it."], page.Examples[0].Remarks);
        Assert.Equal(["Set-Thing", "about_Things"], page.Related);
    }

    [Fact]
    public void Missing_description_is_a_fault()
    {
        var cmdlet = ModuleFolder.Cmdlets.Single(c => c.Name == "Start-Integration");
        var page = Book.Pages[cmdlet.Name] with { Parameters = new Dictionary<string, IReadOnlyList<string>>(), Examples = [] };
        var book = Book with { Pages = new Dictionary<string, HelpPage> { [cmdlet.Name] = page } };

        var faults = HelpCheck.Faults(book, [cmdlet]);

        Assert.Contains("Start-Integration -Due is not described", faults);
        Assert.Contains("Start-Integration has fewer than 2 examples", faults);
    }

    private static string About(string topic) =>
        File.ReadAllText(ModuleFolder.File("en-US", $"about_PulpoSync{(topic.Length == 0 ? "" : "_" + topic)}.help.txt"));
}
