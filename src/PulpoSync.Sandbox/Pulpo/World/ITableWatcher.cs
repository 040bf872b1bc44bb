namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Keeps something in step with the rows of a table.</summary>
internal interface ITableWatcher<in T>
{
    void Add(T row);

    void Replace(T before, T after);
}
