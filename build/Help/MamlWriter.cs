using System.Globalization;
using System.Xml.Linq;

namespace PulpoSync.Module.Help;

/// <summary>Writes pages and cmdlets in the form that Get-Help reads (MAML).</summary>
internal static class MamlWriter
{
    private static readonly XNamespace Msh = "http://msh";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    /// <summary>The whole help file.</summary>
    public static XDocument Write(HelpBook book, IReadOnlyList<CmdletMetadata> cmdlets) => new(
        new XElement(
            Msh + "helpItems",
            new XAttribute("schema", "maml"),
            new XAttribute(XNamespace.Xmlns + "maml", Maml),
            new XAttribute(XNamespace.Xmlns + "command", Command),
            new XAttribute(XNamespace.Xmlns + "dev", Dev),
            cmdlets.Select(cmdlet => Cmdlet(book, cmdlet))));

    private static XElement Cmdlet(HelpBook book, CmdletMetadata cmdlet)
    {
        var page = book.Pages[cmdlet.Name];
        return new XElement(
            Command + "command",
            new XElement(
                Command + "details",
                new XElement(Command + "name", cmdlet.Name),
                new XElement(Command + "verb", cmdlet.Verb),
                new XElement(Command + "noun", cmdlet.Noun),
                Text("description", [page.Synopsis])),
            Text("description", page.Description),
            new XElement(Command + "syntax", cmdlet.Sets.Select(set => Syntax(cmdlet, set))),
            new XElement(Command + "parameters", cmdlet.Parameters.Select(p => Parameter(p, p.Bindings[0], book.Describe(cmdlet.Name, p.Name)!, inSyntax: false))),
            new XElement(Command + "inputTypes", Inputs(cmdlet).Select(type => Typed("inputType", type, []))),
            new XElement(Command + "returnValues", cmdlet.OutputTypes.Select((type, at) => Typed("returnValue", type, at == 0 ? page.Output : []))),
            new XElement(Command + "examples", page.Examples.Select(Example)),
            new XElement(Command + "relatedLinks", page.Related.Select(Link)));
    }

    private static XElement Syntax(CmdletMetadata cmdlet, string set) => new(
        Command + "syntaxItem",
        new XElement(Maml + "name", cmdlet.Name),
        from parameter in cmdlet.Parameters
        let binding = parameter.In(set)
        where binding is not null
        orderby binding.Position ?? int.MaxValue, !binding.Mandatory
        select Parameter(parameter, binding, [], inSyntax: true));

    private static XElement Parameter(ParameterMetadata parameter, ParameterBinding binding, IReadOnlyList<string> description, bool inSyntax) => new(
        Command + "parameter",
        new XAttribute("required", binding.Mandatory),
        new XAttribute("variableLength", true),
        new XAttribute("globbing", parameter.Wildcards),
        new XAttribute("pipelineInput", binding.PipelineInput),
        new XAttribute("position", binding.Position?.ToString(CultureInfo.InvariantCulture) ?? "named"),
        new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
        new XElement(Maml + "name", parameter.Name),
        Text("description", parameter.Choices.Count == 0 || inSyntax ? description : [.. description, $"Values: {string.Join(", ", parameter.Choices)}."]),
        parameter.IsSwitch && inSyntax
            ? null
            : new XElement(Command + "parameterValue", new XAttribute("required", !parameter.IsSwitch), new XAttribute("variableLength", false), parameter.TypeName),
        new XElement(Dev + "type", new XElement(Maml + "name", parameter.TypeName), new XElement(Maml + "uri")));

    private static IEnumerable<string> Inputs(CmdletMetadata cmdlet) => cmdlet.Parameters
        .Where(parameter => parameter.Bindings.Any(binding => binding.ByValue))
        .Select(parameter => parameter.TypeName)
        .DefaultIfEmpty("None");

    private static XElement Typed(string element, string type, IReadOnlyList<string> description) => new(
        Command + element, new XElement(Dev + "type", new XElement(Maml + "name", type), new XElement(Maml + "uri")), Text("description", description));

    private static XElement Example(HelpExample example, int index) => new(
        Command + "example",
        new XElement(Maml + "title", $"----- Example {index + 1}: {example.Title} -----"),
        new XElement(Dev + "code", example.Code),
        new XElement(Dev + "remarks", Paragraphs([.. example.Remarks, ""])));

    private static XElement Link(string text) => new(
        Maml + "navigationLink", new XElement(Maml + "linkText", text), new XElement(Maml + "uri"));

    private static XElement Text(string element, IEnumerable<string> paragraphs) => new(Maml + element, Paragraphs(paragraphs));

    private static IEnumerable<XElement> Paragraphs(IEnumerable<string> paragraphs) => paragraphs.Select(paragraph => new XElement(Maml + "para", paragraph));
}
