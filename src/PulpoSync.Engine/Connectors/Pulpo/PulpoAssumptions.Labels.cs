namespace PulpoSync.Engine.Connectors.Pulpo;

// Inferred for the labels of boxes.
internal static partial class PulpoAssumptions
{
    /// <summary>
    /// A measure of a box; null where nobody took it. That weights are kilograms and lengths centimetres follows from PULPO's examples; that an empty field may come as
    /// zero is inferred.
    /// </summary>
    public static decimal? Measured(decimal? value) => value > 0 ? value : null;

    /// <summary>
    /// A label's file in the place of the path that attaching asks for. Documented are the fields (path, filename, content_type, type), not what a path may be: a data
    /// URI needs no storage that PULPO can reach, and none that others can.
    /// </summary>
    public static string LabelFile(byte[] pdf) => $"data:application/pdf;base64,{Convert.ToBase64String(pdf)}";

    /// <summary>Name of a label's file: its tracking number, so that a box which gets another label gets another file.</summary>
    public static string LabelFileName(string trackingNumber) => $"label-{string.Concat(trackingNumber.Where(char.IsAsciiLetterOrDigit))}.pdf";

    /// <summary>
    /// True for the file of that name. Of the files at a box only type and address are told; that the address ends with the name is inferred. Where it does not, a lost
    /// answer leads to the same file twice.
    /// </summary>
    public static bool IsFile(string? url, string name) => url?.Split('?')[0].EndsWith(name, StringComparison.OrdinalIgnoreCase) == true;
}
