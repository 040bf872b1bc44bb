using PulpoSync.Benchmarks;

return await Commands.Create().Parse(args).InvokeAsync();
