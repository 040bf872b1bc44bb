using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Secrets;

namespace PulpoSync.Torture.Mutations.Recording;

/// <summary>A system whose connectors keep every call as a <see cref="Scene"/>.</summary>
internal sealed class Film(ISystem system, List<Scene> scenes) : ISystem
{
    // What one connector has looked up once, another has to ask for when its call is played alone.
    private readonly Book _all = new();

    public ConnectorSpec Spec => system.Spec;

    public string NormalizeAddress(string? address, bool sandbox) => system.NormalizeAddress(address, sandbox);

    public IConnector Connect(ConnectorContext context)
    {
        var book = new Book(_all);
        var options = new HttpSenderOptions { Handler = new Recorder(book) };
        var recorded = context with { Http = new HttpSender(options, new InMemoryLimitStore(context.Time), context.Time, new Redactor()) };
        return new FilmedConnector(system.Connect(recorded), (name, call) =>
        {
            lock (scenes) scenes.Add(new Scene($"{Spec.Name} {name}", system, context, book, context.Time.GetUtcNow(), call));
        });
    }
}
