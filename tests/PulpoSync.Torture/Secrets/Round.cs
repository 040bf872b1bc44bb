namespace PulpoSync.Torture.Secrets;

/// <summary>One world with its canaries, from set-up to the search.</summary>
internal sealed class Round(TortureOptions options, int number)
{
    private const string Traffic = "recorded traffic of the sandbox (secrets only)";

    private static readonly string[] StoreFiles = ["", "-wal", "-shm", ".key"];

    // Every third fault in each of three rounds.
    private const int Shares = 3;
    private readonly List<string> _findings = [];

    /// <summary>All that was searched.</summary>
    public Haul Haul { get; } = new();

    /// <summary>What was found, and what kept the search from being one.</summary>
    public IReadOnlyList<string> Findings => _findings;

    /// <summary>What was found, by place.</summary>
    public Dictionary<string, int> Found { get; } = [];

    /// <summary>What was put into copies of the places to see whether it is found there.</summary>
    public int Proofs { get; private set; }

    /// <summary>Customers' fields that were planted.</summary>
    public IReadOnlyCollection<string> Fields { get; private set; } = [];

    /// <summary>Faults that hit.</summary>
    public int Faults { get; private set; }

    /// <summary>Why PowerShell was left out; null where it was not.</summary>
    public string? WithoutPowerShell { get; private set; }

    public async Task RunAsync()
    {
        var random = new Random(unchecked((options.Seed * 397) + number));
        var plants = new Plants(random);
        await using var world = await PlantedWorld.StartAsync(plants, random);
        var planter = new Planter(plants);
        var people = new PlantedPeople(world, planter);
        var listener = new Listener(world, Haul);
        people.Furnish();
        await listener.MistakeAsync();
        await LiveAsync(world, people, listener);
        await FailAsync(world, people, listener);
        await LiveAsync(world, people, listener);
        listener.Ask();
        Demand(listener, world);
        await HostsAsync(world, people);
        Gather(world);
        Search(new Finder(world.Secrets), new Finder([.. world.Secrets, .. plants.Marks, plants.Marks[0].ToUpperInvariant()]));
        Fields = planter.Fields;
        options.Say($"round {number}: {Faults} faults, {world.Shop.Orders.Count + world.Beta.Orders.Count + world.Account.Orders.Count} orders, {Haul.Places.Sum(place => place.Bytes):N0} bytes");
    }

    // Orders, changes, parcels, and what comes back of them, until everybody knows.
    private static async Task LiveAsync(PlantedWorld world, PlantedPeople people, Listener listener)
    {
        for (var day = 0; day < 2; day++) people.Buy(world.Account.Orders.Count + 1);
        await listener.RunAsync("*");
        people.Edit();
        await listener.RunAsync("*");
        people.Work();
        await listener.RunAsync("*");
        await listener.RunAsync("*");
    }

    private async Task FailAsync(PlantedWorld world, PlantedPeople people, Listener listener)
    {
        var faults = TellingVendors.Faults(world.Plants, world.Tokens);
        foreach (var fault in faults.Where((_, at) => at % Shares == number % Shares))
        {
            people.Buy(world.Account.Orders.Count + 1);
            world.Sandbox.Faults.Add(fault);
            await listener.RunAsync("*");
            world.Sandbox.Faults.Clear();
            if (fault.Hits > 0) Faults++;
            else _findings.Add($"round {number}: the fault {fault.Kind} {fault.System} {fault.Path} {fault.Status} hit nothing");
        }
    }

    // A search that finds nothing where nothing happened says nothing.
    private void Demand(Listener listener, PlantedWorld world)
    {
        var traffic = File.ReadAllBytes(world.Recording);
        foreach (var mark in world.Plants.Marks.Where(mark => !new Finder([mark]).IsIn(traffic))) _findings.Add($"round {number}: no vendor ever sent {mark}");
        foreach (var type in Enum.GetValues<IntegrationType>().Where(type => listener.Written.GetValueOrDefault(type) == 0))
            _findings.Add($"round {number}: not one record of {type.ToStoredName()} came to its destination");
    }

    private async Task HostsAsync(PlantedWorld world, PlantedPeople people)
    {
        var hosts = new Hosts(world, Haul);
        foreach (var fault in TellingVendors.Faults(world.Plants, world.Tokens).Where(fault => fault.Status == 422)) world.Sandbox.Faults.Add(fault);
        people.Buy(world.Account.Orders.Count + 1);
        await hosts.CommandAsync(world.Tenant.Orders[0].Number);
        people.Buy(world.Account.Orders.Count + 1);
        WithoutPowerShell = await hosts.SessionAsync();
        var exports = Directory.GetFiles(hosts.ExportFolder);
        Haul.AddFiles("exported files", exports);
        _findings.AddRange(OwnerOnly.Faults(null, exports));
        Haul.AddFiles("temporary files and crash dumps of the processes", Directory.GetFiles(hosts.TemporaryFolder, "*", SearchOption.AllDirectories));
    }

    private void Gather(PlantedWorld world)
    {
        foreach (var (ending, place) in new[] { ("", "database file"), ("-wal", "its write-ahead log"), ("-shm", "its shared memory") })
        {
            if (File.Exists(world.StorePath + ending)) Haul.AddFiles(place, [world.StorePath + ending]);
        }

        var folder = Path.GetDirectoryName(world.StorePath)!;
        var files = Directory.GetFiles(folder);
        _findings.AddRange(OwnerOnly.Faults(folder, files));
        Haul.AddFiles(
            "whatever else lies beside it, but the key",
            files.Where(file => !file.StartsWith(world.StorePath, StringComparison.Ordinal) || !StoreFiles.Contains(file[world.StorePath.Length..])));
        var backups = Directory.CreateDirectory(Path.Combine(world.Folder, "backups")).FullName;
        var backup = world.Runtime.BackupStore(Path.Combine(backups, "backup.db"), overwrite: false).Path;
        Haul.AddFiles("backups", [backup]);
        _findings.AddRange(OwnerOnly.Faults(null, [backup]));
        if (new Finder([File.ReadAllText(world.StorePath + ".key").Trim()]).IsIn(File.ReadAllBytes(backup))) _findings.Add($"round {number}: the backup holds the store's key");
        Haul.AddFiles(Traffic, [world.Recording]);
    }

    private void Search(Finder secrets, Finder all)
    {
        foreach (var (place, _) in Haul.Places)
        {
            // The recording is the tester's own, and holds the invented customers of the sandbox: that is what it is for. A secret is none of its business.
            var finder = place == Traffic ? secrets : all;
            var found = Haul.Search(place, finder);
            Found[place] = found.Count;
            _findings.AddRange(found.Select(one => $"round {number}: {one}"));
            var (planted, missed) = Haul.Prove(place, finder);
            Proofs += planted;
            if (missed > 0) _findings.Add($"round {number}: the search of {place} is blind for {missed} of {planted} planted forms");
        }
    }
}
