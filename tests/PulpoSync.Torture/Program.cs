using PulpoSync.Torture;

return await Commands.Create().Parse(args).InvokeAsync();
