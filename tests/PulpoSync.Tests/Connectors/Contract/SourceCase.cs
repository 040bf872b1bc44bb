using PulpoSync.Torture.Mutations;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Tests.Connectors.Contract;

/// <summary>A world with records that one source has to give. One small subclass a source.</summary>
public abstract class SourceCase<TRecord>(SystemWorld world) : IAsyncLifetime
{
    /// <summary>How many there are at first: more than a page holds.</summary>
    public const int Records = 7;

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly List<string> _keys = [];

    /// <summary>The system.</summary>
    public SystemWorld World => world;

    /// <summary>Keys of all records, in the order in which they were made.</summary>
    public IReadOnlyList<string> Keys => _keys;

    /// <summary>Settings of the integration; pages are to be small, so that there are several.</summary>
    public virtual IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>();

    /// <summary>The sandbox's name of the call that brings a page of records.</summary>
    public abstract string ListOperation { get; }

    /// <summary>Account of the other side, where records belong to one.</summary>
    public virtual string? Counterpart => null;

    /// <summary>True where a read from a cursor gives what changed since; false where it always gives everything.</summary>
    public virtual bool HasCursor => true;

    /// <summary>True where a record that changes comes again.</summary>
    public virtual bool TellsChanges => true;

    /// <summary>A key in the right form that belongs to nothing.</summary>
    public abstract string UnknownKey { get; }

    /// <summary>What stands in the first record and has to be among its texts.</summary>
    public virtual string OddText => OddTexts.Long;

    /// <summary>The first read of everything.</summary>
    public ReadRequest Everything => new() { StartFrom = Began.AddDays(-1), Counterpart = Counterpart };

    private DateTimeOffset Began { get; } = DateTimeOffset.UtcNow;

    /// <summary>What a person types to name a record.</summary>
    public string NameOf(string key) => _names[key];

    /// <summary>Key of a record.</summary>
    public abstract string KeyOf(TRecord record);

    /// <summary>Key under which a record is told as unreadable, where that is not its own.</summary>
    public virtual string UnreadableKeyOf(string key) => key;

    /// <summary>The texts of a record that may hold <see cref="OddText"/>.</summary>
    public abstract IEnumerable<string?> TextsOf(TRecord record);

    /// <summary>Changes a record in the system.</summary>
    public abstract Task ChangeAsync(string key);

    /// <summary>Makes another record, an hour after the last one.</summary>
    public async Task<string> AddAsync()
    {
        world.Clock.Pass(TimeSpan.FromHours(1));
        var (key, name) = await MakeAsync(_keys.Count + 1, _keys.Count == 0 ? OddText : "plain");
        _keys.Add(key);
        _names[key] = name;
        return key;
    }

    /// <summary>The source, of a connector that knows nothing from earlier ones.</summary>
    public ISource<TRecord> Source(TimeSpan? tryTimeout = null) => world.Connect(Settings, tryTimeout: tryTimeout).Source<TRecord>()!;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        await world.InitializeAsync();
        await PrepareAsync();
        for (var number = 0; number < Records; number++) await AddAsync();
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => world.DisposeAsync();

    /// <summary>What the records need before they can be made.</summary>
    protected virtual Task PrepareAsync() => Task.CompletedTask;

    /// <summary>Makes a record that carries a text, and personal data from <see cref="Canaries"/> where such records do.</summary>
    /// <returns>Its key, and what a person types to name it.</returns>
    protected abstract Task<(string Key, string Name)> MakeAsync(int number, string text);
}
