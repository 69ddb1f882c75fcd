using System.Security.Cryptography;
using Lifecycle.Ledger;
using Npgsql;

namespace Lifecycle.EventStore.Log;

/// <summary>Makes leaves of events and the statement that stores them.</summary>
internal static class Leaves
{
    /// <summary>The leaves of events that are being stored, of exactly the values that are.</summary>
    /// <param name="indexOf">The index of the leaf of the event at a position.</param>
    /// <exception cref="LedgerFormatException">An event has no canonical form that survives being stored.</exception>
    public static NpgsqlBatchCommand Of(IReadOnlyList<AppendedStream> streams, Func<long, long> indexOf, EventStoreOptions options) =>
        Insert([.. streams.SelectMany(s => s.Events).Select(FieldsOf).Select(e => (indexOf(e.Position), e, Write(e, options)))]);

    public static WrittenLeaf Write(LeafEvent e, EventStoreOptions options) => Leaf.Write(e, options.Erasable(e.Type), RandomNumberGenerator.Fill);

    public static NpgsqlBatchCommand Insert(List<(long Index, LeafEvent Event, WrittenLeaf Leaf)> leaves) => Statement.Of(
        SqlText.AppendLeaves,
        leaves.Select(l => l.Index).ToArray(),
        leaves.Select(l => l.Event.Position).ToArray(),
        leaves.Select(l => l.Event.Tenant).ToArray(),
        leaves.Select(l => l.Leaf.Body).ToArray(),
        leaves.Select(l => l.Leaf.Hash).ToArray(),
        leaves.Select(l => l.Leaf.Salts).ToArray());

    private static LeafEvent FieldsOf(StoredEvent e) => new(
        e.Position, e.Id, e.Stream, e.Version, e.Type, e.Timestamp, e.Tenant, null, e.CorrelationId, null, e.Headers, e.Data);
}
