namespace Lifecycle.EventStore.Log;

/// <summary>Looks for an earlier checkpoint that the stored tree no longer begins with.</summary>
internal static class Contradictions
{
    /// <exception cref="CheckpointRefusedException">There is one, or the last one is not of this log.</exception>
    public static async Task RefuseAsync(
        TreeStore tree, long size, string origin, string? last, KeptLog kept, CancellationToken cancellation)
    {
        if (kept.Note is { } note) await RefuseAsync(tree, size, origin, note, "The checkpoint kept beside the key", kept.Keys, cancellation);
        if (last is not null) await RefuseAsync(tree, size, origin, last, "The last checkpoint in the database", kept.Keys, cancellation);
    }

    private static async Task RefuseAsync(
        TreeStore tree, long size, string origin, string note, string which, IReadOnlyList<string> keys, CancellationToken cancellation)
    {
        var before = Notes.Read(note);
        if (before.Origin != origin)
            throw new CheckpointRefusedException($"{which} is of another log, {before.Origin}, and this is {origin}. If this is meant to be another register, give it a key file of its own.");
        if (!Notes.IsSignedBy(note, keys))
            throw new CheckpointRefusedException($"{which} was signed by a key that is not the log's.");
        if (before.Size > size)
            throw new CheckpointRefusedException($"{which} is of {before.Size:N0} events, and there are {size:N0}. The database was put back to an earlier state, or its end was cut off.");
        if (!(await tree.RootAsync(before.Size, cancellation)).AsSpan().SequenceEqual(before.Root))
            throw new CheckpointRefusedException($"{which} is of other events: the first {before.Size:N0} are not those that were signed.");
    }
}
