using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels.Rebuilding;

/// <summary>The rows of some whole streams, ready to be copied into the tables that are rebuilt.</summary>
internal sealed class ShadowRows(IReadOnlyList<IReadModel> models) : IDisposable
{
    // What each copy leaves free at the table's end, up to 64 pages, is little beside it.
    private const int EnoughOfOne = 2 << 20;

    private readonly CopyBuffer[] _rows = [.. models.Select(_ => new CopyBuffer())];

    public List<Guid> Streams { get; } = [];

    public int Events { get; private set; }

    /// <summary>For each table that has some.</summary>
    public IEnumerable<(IReadModel Model, CopyBuffer Rows)> ByModel => models.Zip(_rows).Where(pair => !pair.Second.IsEmpty);

    /// <summary>Those that are worth a copy of their own.</summary>
    public IEnumerable<(IReadModel Model, CopyBuffer Rows)> Enough => ByModel.Where(pair => pair.Rows.Length >= EnoughOfOne);

    /// <summary>Takes in the rows of others, which have other streams.</summary>
    public void Add(ShadowRows others)
    {
        for (var i = 0; i < _rows.Length; i++) _rows[i].Add(others._rows[i]);
    }

    public void Add(StreamSteps stream)
    {
        Streams.Add(stream.Stream);
        Events += stream.Steps.Count;
        for (var i = 0; i < _rows.Length; i++) models[i].Copy(stream, _rows[i]);
    }

    public void Dispose()
    {
        foreach (var rows in _rows) rows.Dispose();
    }
}
