using System.Text;
using PulpoSync.Cli.Hosting;
using PulpoSync.Engine;

Console.OutputEncoding = Encoding.UTF8;
using var signals = new StopSignals();
return await CommandLineHost.RunAsync(CliContext.ForProcess(new RuntimeFactory()), args, signals.Token);
