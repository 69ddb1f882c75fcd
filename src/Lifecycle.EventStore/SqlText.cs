namespace Lifecycle.EventStore;

internal static class SqlText
{
    public static readonly string AppendLock = Of("append_lock");
    public static readonly string AppendShare = Of("append_share");
    public static readonly string AppendWithin = Of("append_within");
    public static readonly string AppendBeside = Of("append_beside");
    public static readonly string AppendAfter = Of("append_after");
    public static readonly string AppendVersions = Of("append_versions");
    public static readonly string AppendHead = Of("append_head");
    public static readonly string AppendReceiptsKnown = Of("append_receipts_known");
    public static readonly string AppendStreamsBorn = Of("append_streams_born");
    public static readonly string AppendStreamsMoved = Of("append_streams_moved");
    public static readonly string AppendFollows = Of("append_follows");
    public static readonly string AppendEvents = Of("append_events");
    public static readonly string AppendLeaves = Of("append_leaves");
    public static readonly string CatchUp = Of("catch_up");
    public static readonly string AppendReceipts = Of("append_receipts");
    public static readonly string AppendSequence = Of("append_sequence");
    public static readonly string AppendNotify = Of("append_notify");
    public static readonly string AppendSettle = Of("append_settle");
    public static readonly string PruneReceipts = Of("prune_receipts");
    public static readonly string ReadStream = Of("read_stream");
    public static readonly string ReadAll = Of("read_all");
    public static readonly string ReadPositions = Of("read_positions");
    public static readonly string SubscriptionStart = Of("subscription_start");
    public static readonly string SubscriptionAdvance = Of("subscription_advance");

    public static string Of(string name)
    {
        using var stream = typeof(SqlText).Assembly.GetManifestResourceStream(name + ".sql")
            ?? throw new InvalidOperationException($"{name}.sql is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
