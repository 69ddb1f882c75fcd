using Npgsql;

namespace Lifecycle.ReadModels.Tables;

/// <summary>
/// A table whose rows are a pure function of each stream's events. Live, it writes the difference that new events make;
/// rebuilt, the difference from nothing. It is the same function, so both come to the same rows.
/// </summary>
internal interface IReadModel
{
    /// <summary>Name of the table.</summary>
    string Name { get; }

    /// <summary>
    /// Which rows these are. Raise it whenever the columns or the projection's result change: rows stored in another shape are
    /// made anew at the next start.
    /// </summary>
    int Shape { get; }

    /// <summary>Adds the statements that bring the table up to date with a group of appends.</summary>
    void Project(IReadOnlyList<StreamSteps> streams, NpgsqlBatch writes);

    /// <summary>The columns, in the order in which rows are copied.</summary>
    string Columns { get; }

    /// <summary>The rows of a whole stream.</summary>
    void Copy(StreamSteps stream, CopyBuffer into);
}
