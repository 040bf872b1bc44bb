using System.Text.RegularExpressions;
using System.Xml.Linq;
using PulpoSync.PowerShell.Rendering;

namespace PulpoSync.Tests.Module;

public sealed partial class FormatTests
{
    private static readonly XDocument Format = XDocument.Load(ModuleFolder.File("PulpoSync.Format.ps1xml"));

    public static IEnumerable<object[]> Views => Format.Descendants("View").Select(view => new object[] { TypeOf(view), view.Elements().Last().Name.LocalName });

    [Fact]
    public void Every_output_type_has_a_table()
    {
        var tables = Format.Descendants("View").Where(view => view.Element("TableControl") is not null).Select(TypeOf).ToHashSet();
        var outputs = ModuleFolder.Cmdlets.SelectMany(cmdlet => cmdlet.OutputTypes).Where(type => type.StartsWith("PulpoSync.", StringComparison.Ordinal));

        Assert.All(outputs, output => Assert.Contains(output, tables));
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void View_names_a_type_and_properties_that_exist(string typeName, string control)
    {
        // What stands behind a hash is a variant of the type (RunRenderer).
        var type = typeof(IPulpoSyncRuntime).Assembly.GetType(typeName.Split('#')[0]);
        Assert.NotNull(type);
        var view = Format.Descendants("View").Single(v => TypeOf(v) == typeName && v.Element(control) is not null);

        var named = view.Descendants("PropertyName").Select(property => property.Value);
        var scripted = view.Descendants("ScriptBlock").SelectMany(script => Property().Matches(script.Value)).Select(match => match.Groups[1].Value);

        Assert.All(named.Concat(scripted).Where(name => name is not ("Key" or "Value")), name => Assert.NotNull(type.GetProperty(name)));
    }

    [Fact]
    public void Tables_have_as_many_headers_as_columns() => Assert.All(
        Format.Descendants("TableControl"),
        table => Assert.Equal(table.Descendants("TableColumnHeader").Count(), table.Descendants("TableColumnItem").Count()));

    [Fact]
    public void Scripts_call_methods_that_exist()
    {
        var calls = Format.Descendants("ScriptBlock").SelectMany(script => Call().Matches(script.Value)).Select(match => match.Groups[1].Value).Distinct().ToList();
        var methods = typeof(Display).GetMethods().Select(method => method.Name).ToHashSet();

        Assert.NotEmpty(calls);
        Assert.All(calls, call => Assert.Contains(call, methods));
    }

    private static string TypeOf(XElement view) => view.Descendants("TypeName").Single().Value;

    [GeneratedRegex(@"\$_\.(\w+)")]
    private static partial Regex Property();

    [GeneratedRegex(@"\[PulpoSync\.PowerShell\.Rendering\.Display\]::(\w+)")]
    private static partial Regex Call();
}
