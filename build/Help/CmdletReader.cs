using System.Reflection;

namespace PulpoSync.Module.Help;

/// <summary>Reads cmdlets from an assembly's metadata; no type of PowerShell is run, because its reference assembly has no bodies.</summary>
internal static class CmdletReader
{
    private const int HighImpact = 3;

    /// <summary>All cmdlets by name.</summary>
    public static IReadOnlyList<CmdletMetadata> Read(Assembly assembly) =>
    [
        .. assembly.GetExportedTypes()
            .Where(type => !type.IsAbstract && Find(type, "CmdletAttribute") is not null)
            .Select(Read)
            .OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal),
    ];

    private static CmdletMetadata Read(Type type)
    {
        var cmdlet = Find(type, "CmdletAttribute")!;
        var changes = Named(cmdlet, "SupportsShouldProcess") is true;
        var parameters = type.GetProperties().Where(property => Find(property, "ParameterAttribute") is not null).Select(Read).ToList();
        if (changes) parameters.AddRange([Switch("WhatIf", "wi"), Switch("Confirm", "cf")]);
        return new(
            (string)cmdlet.ConstructorArguments[0].Value!,
            (string)cmdlet.ConstructorArguments[1].Value!,
            Named(cmdlet, "DefaultParameterSetName") as string,
            changes,
            Named(cmdlet, "ConfirmImpact") is HighImpact,
            parameters,
            [.. OutputTypes(type)]);
    }

    private static ParameterMetadata Read(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var element = type.IsArray ? type.GetElementType()! : type;
        return new(
            property.Name,
            type.Name,
            type.Name == "SwitchParameter",
            element.IsEnum ? Enum.GetNames(element) : [],
            [.. All(property, "AliasAttribute").SelectMany(Values).Cast<string>()],
            Find(property, "SupportsWildcardsAttribute") is not null,
            [.. All(property, "ParameterAttribute").Select(Binding)]);
    }

    private static ParameterBinding Binding(CustomAttributeData parameter) => new(
        Named(parameter, "ParameterSetName") as string,
        Named(parameter, "Mandatory") is true,
        Named(parameter, "Position") as int?,
        Named(parameter, "ValueFromPipeline") is true,
        Named(parameter, "ValueFromPipelineByPropertyName") is true);

    private static IEnumerable<string> OutputTypes(Type type) =>
        All(type, "OutputTypeAttribute").SelectMany(Values).Cast<Type>().Select(output => output == typeof(void) ? "None" : output.FullName!);

    private static ParameterMetadata Switch(string name, string alias) =>
        new(name, "SwitchParameter", true, [], [alias], false, [new(null, false, null, false, false)]);

    // An argument list (params) is one argument whose value is a list.
    private static IEnumerable<object> Values(CustomAttributeData attribute) => attribute.ConstructorArguments.SelectMany(argument =>
        argument.Value is IEnumerable<CustomAttributeTypedArgument> many ? many.Select(one => one.Value!) : [argument.Value!]);

    private static object? Named(CustomAttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.MemberName == name).TypedValue.Value;

    private static CustomAttributeData? Find(MemberInfo member, string attribute) => All(member, attribute).FirstOrDefault();

    private static IEnumerable<CustomAttributeData> All(MemberInfo member, string attribute) =>
        member.GetCustomAttributesData().Where(data => data.AttributeType.Name == attribute);
}
