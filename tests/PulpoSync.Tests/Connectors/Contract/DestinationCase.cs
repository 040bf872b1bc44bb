using PulpoSync.Torture.Mutations;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Tests.Connectors.Contract;

/// <summary>A world that takes the records of one destination. One small subclass a destination.</summary>
public abstract class DestinationCase<TRecord>(SystemWorld world) : IAsyncLifetime
{
    private int _made;

    /// <summary>The system.</summary>
    public SystemWorld World => world;

    /// <summary>Settings of the integration.</summary>
    public virtual IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>();

    /// <summary>What <see cref="MakeAsync"/> is given for a text that has to arrive as it is; null where such records carry none.</summary>
    public virtual string? OddText => OddTexts.Long;

    /// <summary>True where <see cref="IDestination{TRecord}.FindAsync"/> finds by itself what was written; false where a later write has to recognise it.</summary>
    public virtual bool Finds => true;

    /// <summary>True where a call without a clear answer that left nothing behind is for a person: making it again might do it twice.</summary>
    public virtual bool LeavesToPerson => false;

    /// <summary>Another write, of a record that was never written before.</summary>
    public Task<Write<TRecord>> NextAsync(string text = "plain") => MakeAsync(++_made, text);

    /// <summary>A write that the system cannot take, because of its content alone.</summary>
    public abstract Task<Write<TRecord>> BadAsync();

    /// <summary>How often the system itself has what a write asks for: 0 or 1, unless something went very wrong.</summary>
    public abstract int EffectsOf(Write<TRecord> write);

    /// <summary>The text that arrived with a write; null: none.</summary>
    public abstract string? TextOf(Write<TRecord> write);

    /// <summary>The destination, of a connector that knows nothing from earlier ones.</summary>
    public IDestination<TRecord> Destination(TimeSpan? tryTimeout = null) => world.Connect(Settings, tryTimeout: tryTimeout).Destination<TRecord>()!;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        await world.InitializeAsync();
        await PrepareAsync();
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => world.DisposeAsync();

    /// <summary>What the writes need before they can be made.</summary>
    protected virtual Task PrepareAsync() => Task.CompletedTask;

    /// <summary>Makes the world ready for a write and the write: a create, with personal data from <see cref="Canaries"/> where such records have any.</summary>
    protected abstract Task<Write<TRecord>> MakeAsync(int number, string text);
}
