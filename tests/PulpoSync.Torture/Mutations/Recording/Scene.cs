using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Secrets;

namespace PulpoSync.Torture.Mutations.Recording;

/// <summary>One call of a connector that can be played again without its vendor.</summary>
/// <param name="Name">System, call and kind of record.</param>
/// <param name="System">System.</param>
/// <param name="Context">What the connector was opened with.</param>
/// <param name="Book">What the vendor answered.</param>
/// <param name="Now">When that was.</param>
/// <param name="Call">The call.</param>
internal sealed record Scene(string Name, ISystem System, ConnectorContext Context, Book Book, DateTimeOffset Now, Func<IConnector, CancellationToken, Task<Played>> Call)
{
    /// <summary>What of it may stand in no message.</summary>
    public IEnumerable<string> Secrets => Context.Secrets.Values;

    /// <summary>Plays it on a connector that knows nothing.</summary>
    public async Task<Played> PlayAsync(Player player, CancellationToken cancellationToken)
    {
        var clock = new ContractClock(moment: 0);
        clock.Pass(Now - clock.GetUtcNow());
        using var tokens = new MemoryTokens(clock);
        var options = new HttpSenderOptions { Handler = player, Random = () => 0.5 };
        var connector = System.Connect(Context with
        {
            Http = new HttpSender(options, new InMemoryLimitStore(clock), clock, new Redactor()), Tokens = tokens, Documents = new InMemoryDocuments(), Time = clock,
        });
        await using (connector.ConfigureAwait(false)) return await Call(connector, cancellationToken).ConfigureAwait(false);
    }
}
