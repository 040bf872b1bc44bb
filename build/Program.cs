using PulpoSync.Module.Help;
using PulpoSync.PowerShell.Commands;

// Compiles the pages of docs/cmdlets into the help file that Get-Help reads. Arguments: folder of the pages, file to write.
var (folder, file) = (args[0], args[1]);
var cmdlets = CmdletReader.Read(typeof(IntegrationCommand).Assembly);
var book = HelpBook.Read(folder);
var faults = HelpCheck.Faults(book, cmdlets);
foreach (var fault in faults) Console.Error.WriteLine($"{folder}: error HELP: {fault}");
if (faults.Count > 0) return 1;

Directory.CreateDirectory(Path.GetDirectoryName(file)!);
MamlWriter.Write(book, cmdlets).Save(file);
return 0;
