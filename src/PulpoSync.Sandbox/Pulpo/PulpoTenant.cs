using System.Text.Json;
using PulpoSync.Sandbox.Pulpo;

namespace PulpoSync.Sandbox;

/// <summary>One emulated PULPO tenant. What is here stands for the people in the warehouse and its office; clients use the API.</summary>
public sealed partial class PulpoTenant
{
    internal PulpoTenant(TenantOptions options, TimeProvider time)
    {
        Options = options;
        World = new PulpoWorld(options, time);
    }

    /// <summary>How it was made.</summary>
    public TenantOptions Options { get; }

    /// <summary>The name of the first user.</summary>
    public string Username => Locked(w => w.Users[0].Username);

    /// <summary>Logins that gave a token.</summary>
    public int Logins => Locked(w => w.Access.Logins);

    /// <summary>Logins that were refused for a wrong name or password.</summary>
    public int FailedLogins => Locked(w => w.Access.FailedLogins);

    /// <summary>The sales orders as they are now.</summary>
    public IReadOnlyList<PulpoOrder> Orders => Locked(w => w.SalesOrders.Rows.Select(o => PulpoDump.Of(w, o)).ToList());

    /// <summary>The products as they are now, without the deleted ones.</summary>
    public IReadOnlyList<PulpoProduct> Products => Locked(w => w.Products.Rows.Where(p => !p.Deleted).Select(p => PulpoDump.Of(w, p)).ToList());

    /// <summary>Whether orders in picking can be cancelled, for which PULPO needs a free packing location; true at first.</summary>
    public bool PackingLocationsFree
    {
        get => Locked(w => w.PackingLocationsFree);
        set => Locked(w => w.PackingLocationsFree = value);
    }

    internal PulpoWorld World { get; }

    /// <summary>Adds what is named and is not there yet.</summary>
    public void Seed(PulpoSeed seed) => Locked(w => Seeder.Seed(w, seed));

    /// <summary>Adds a warehouse, or finds the one of that name; its id.</summary>
    public long AddWarehouse(string name) => Locked(w => Seeder.Warehouse(w, name).Id);

    /// <summary>Adds a product, or finds the one of that SKU; its id.</summary>
    public long AddProduct(string sku) => Locked(w => Seeder.Product(w, sku).Id);

    /// <summary>Adds a customer, or finds the one of that identifier number; its id.</summary>
    public long AddCustomer(string identifierNumber) => Locked(w => Seeder.Customer(w, identifierNumber).Id);

    /// <summary>Adds a supplier, or finds the one of that identifier number; its id.</summary>
    public long AddSupplier(string identifierNumber) => Locked(w => Seeder.Supplier(w, identifierNumber).Id);

    /// <summary>Adds a user, for the named warehouses only when any are named.</summary>
    public void AddUser(string username, string password, params string[] warehouses) => Locked(w =>
    {
        long[]? ids = warehouses.Length == 0 ? null : [.. warehouses.Select(name => Seeder.Warehouse(w, name).Id)];
        w.Users.Add(new PulpoUser(w.Users.Count + 1, username, password, ids));
    });

    /// <summary>Gives a user another password. Tokens that were given for the old one stay valid.</summary>
    /// <exception cref="InvalidOperationException">There is no such user.</exception>
    public void SetPassword(string username, string password) => Locked(w =>
    {
        var at = w.Users.FindIndex(user => user.Username == username);
        if (at < 0) throw new InvalidOperationException($"There is no user '{username}'.");
        w.Users[at] = w.Users[at] with { Password = password };
    });

    /// <summary>Adds an order that no client of ours made, to have its number taken; its id.</summary>
    public long AddForeignOrder(string number) => Locked(w => Seeder.ForeignOrder(w, number).Id);

    /// <summary>Pauses an order in the warehouse.</summary>
    /// <exception cref="InvalidOperationException">There is no such order, or it is not in queue.</exception>
    public void Pause(string number) => Change(number, SalesOrderFlow.Pause);

    /// <summary>Resumes a paused order.</summary>
    /// <exception cref="InvalidOperationException">There is no such order, or it is not paused.</exception>
    public void Resume(string number) => Change(number, SalesOrderFlow.Resume);

    /// <summary>Cancels an order in the warehouse.</summary>
    /// <exception cref="InvalidOperationException">There is no such order, or it cannot be cancelled.</exception>
    public void Cancel(string number) => Change(number, SalesOrderFlow.Cancel);

    /// <summary>Gives an order another number, as an office clerk may.</summary>
    /// <exception cref="InvalidOperationException">There is no such order, or the number is taken.</exception>
    public void Rename(string number, string newNumber) => Change<SalesOrder>(number, (w, o) => w.OrdersByNumber.Find(newNumber).Any()
        ? new FieldError("order_num", FieldError.Taken)
        : SalesOrderWriter.Store(w, o with { OrderNum = newNumber }));

    /// <summary>Bans everybody, as PULPO does with those who log in too often.</summary>
    public void Ban(TimeSpan duration) => Locked(w => w.Access.Ban(duration));

    /// <summary>Lifts a ban.</summary>
    public void LiftBan() => Locked(w => w.Access.LiftBan());

    /// <summary>Makes all tokens invalid at once.</summary>
    public void RevokeTokens() => Locked(w => w.Access.RevokeAll());

    /// <summary>All that a client can have written, in PULPO's own words: third parties, products, orders, packings, movement tasks.</summary>
    public JsonElement Dump() => Locked(PulpoDump.Of);

    private void Change<T>(string number, Func<PulpoWorld, SalesOrder, Change<T>> change) where T : class => Locked(w => Change(w, number, change));

    private static T Change<T>(PulpoWorld world, string number, Func<PulpoWorld, SalesOrder, Change<T>> change) where T : class
    {
        var order = world.OrdersByNumber.Find(number).FirstOrDefault() ?? throw new InvalidOperationException($"There is no order '{number}'.");
        return Done($"Order '{number}'", change(world, order));
    }

    private static T Done<T>(string what, Change<T> change) where T : class => change.Row
        ?? throw new InvalidOperationException($"{what}: {string.Join("; ", change.Errors.Select(e => $"{e.Field} {e.Message}"))}.");

    private TResult Locked<TResult>(Func<PulpoWorld, TResult> read)
    {
        lock (World.Gate) return read(World);
    }

    private void Locked(Action<PulpoWorld> act)
    {
        lock (World.Gate) act(World);
    }
}
