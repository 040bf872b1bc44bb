namespace PulpoSync.Sandbox;

/// <summary>The faults of a sandbox. The first one added that hits a request applies to it; the others do not see it.</summary>
public sealed class FaultPlan
{
    private readonly Lock _lock = new();
    private readonly List<Fault> _faults = [];
    private int _lastId;

    /// <summary>The faults now in force, in the order of their adding.</summary>
    public IReadOnlyList<Fault> All
    {
        get { lock (_lock) return [.. _faults]; }
    }

    /// <summary>Puts a fault into force and gives it back.</summary>
    public Fault Add(Fault fault)
    {
        lock (_lock)
        {
            fault.Id = ++_lastId;
            _faults.Add(fault);
        }
        return fault;
    }

    /// <summary>Releases what a fault holds; it stays in force. False when there is none of that number.</summary>
    public bool Release(int id)
    {
        var fault = All.FirstOrDefault(f => f.Id == id);
        fault?.Release();
        return fault is not null;
    }

    /// <summary>Takes a fault out of force and releases what it holds; false when there is none of that number.</summary>
    public bool Remove(int id)
    {
        Fault? fault;
        lock (_lock)
        {
            fault = _faults.Find(f => f.Id == id);
            if (fault is not null) _faults.Remove(fault);
        }
        fault?.Release();
        return fault is not null;
    }

    /// <summary>Takes all faults out of force and releases what they hold.</summary>
    public void Clear()
    {
        foreach (var fault in All) Remove(fault.Id);
    }

    internal Fault? Take(string system, string method, string path, Func<string> operation)
    {
        lock (_lock) return _faults.Find(f => f.Hit(system, method, path, operation));
    }
}
