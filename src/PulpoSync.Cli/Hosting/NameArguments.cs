using System.CommandLine;
using System.CommandLine.Parsing;

namespace PulpoSync.Cli.Hosting;

/// <summary>Arguments that name things. A mistyped option is never taken for a name: <c>run Berlin --previw</c> must not run.</summary>
internal static class NameArguments
{
    public static Argument<string> One(string description, string name = "NAME") => Guarded(new Argument<string>(name) { Description = description });

    public static Argument<string?> Optional(string description) =>
        Guarded(new Argument<string?>("NAME") { Description = description, Arity = ArgumentArity.ZeroOrOne });

    public static Argument<string[]> Any(string description) =>
        Guarded(new Argument<string[]>("NAME") { Description = description, Arity = ArgumentArity.ZeroOrMore });

    private static Argument<T> Guarded<T>(Argument<T> argument)
    {
        argument.Validators.Add(RefuseOptions);
        return argument;
    }

    private static void RefuseOptions(ArgumentResult result)
    {
        foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-'))) result.AddError($"There is no option '{token.Value}'.");
    }
}
