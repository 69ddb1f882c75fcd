using System.Data;
using System.Text.Json;
using Lifecycle.Ledger;
using Npgsql;

namespace Lifecycle.EventStore.Log;

/// <summary>Makes bundles: events with everything that proves them, in one file that needs no database.</summary>
public sealed class Bundles(Database database)
{
    // A bundle is for reading; who keeps more checkpoints than this names them.
    private const int MostEarlier = 16;

    private static readonly string ErasedBySql = SqlText.Of("erased_by");
    private static readonly string EarlierSql = SqlText.Of("bundle_earlier");

    /// <summary>Writes the bundle; false when no such checkpoint was signed.</summary>
    /// <param name="scope">What the receiver may see. Of the other events a bundle tells nothing but hashes.</param>
    public async Task<bool> WriteAsync(ReadScope scope, BundleOrder order, Stream output, CancellationToken cancellation)
    {
        await using var events = await OpenAsync(scope, cancellation);
        await using var tree = await OpenAsync(scope, cancellation);
        var note = order.Size is { } given ? await LogTables.CheckpointAsync(tree, given, cancellation) : await LogTables.LastAsync(tree, cancellation);
        if (note is null) return false;
        var size = Notes.Read(note).Size;
        var earlier = await EarlierAsync(tree, order, size, cancellation);
        if (order.Earlier is { } asked && asked.Any(wanted => wanted != size && !earlier.Exists(e => Checkpoint.Parse(e.Note.Text).Size == wanted))) return false;
        var header = new BundleHeader(
            order.Request, ScopeOf(order.Content), await CosignedAsync(tree, note, cancellation), earlier,
            await KeysAsync(tree, LogTables.LogRole, cancellation), await KeysAsync(tree, LogTables.WitnessRole, cancellation), order.Authority);
        using var writer = new BundleWriter(header, Scratch);
        var indexes = await AddLeavesAsync(events, tree, order.Content, size, writer, cancellation);
        var hashes = new TreeStore(tree);
        if (header.Scope != BundleScope.Log)
            foreach (var range in MultiProof.Missing(size, indexes)) writer.AddHash(await hashes.HashAsync(range, size, cancellation));
        if (order.Evidence is { } files) AddEvidence(writer, files);
        writer.WriteTo(output);
        return true;
    }

    private async Task<NpgsqlConnection> OpenAsync(ReadScope scope, CancellationToken cancellation)
    {
        var connection = await database.OpenConnectionAsync(cancellation);
        // Held for the session of this connection only: the transaction is ended when it is given back.
        await connection.RunAsync("begin isolation level repeatable read read only", cancellation);
        await connection.RunAsync("select set_config('lifecycle.bodies', $1, true)", cancellation, scope.Setting);
        return connection;
    }

    private static async Task<List<long>> AddLeavesAsync(
        NpgsqlConnection connection, NpgsqlConnection questions, BundleContent content, long size, BundleWriter writer, CancellationToken cancellation)
    {
        var indexes = new List<long>();
        await using var command = Query(content, size);
        (command.Connection, command.CommandTimeout) = (connection, 0);
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var (index, body, salts, data) = (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<byte[]>(2), reader.GetFieldValue<byte[]>(3));
            writer.Add(new(index, body, await OpeningsAsync(questions, size, index, body, salts, data, cancellation)));
            if (content is not BundleContent.Everything) indexes.Add(index);
        }

        return indexes;
    }

    // An erased text is told by the event that erased it. Where there is none, the text's own leaf is named, which no verifier accepts.
    private static async Task<List<Opening>> OpeningsAsync(
        NpgsqlConnection connection, long size, long index, byte[] body, byte[] salts, byte[] data, CancellationToken cancellation)
    {
        if (salts.Length == 0) return [];
        using var document = JsonDocument.Parse(data);
        var (head, openings) = (LeafHead.Read(body), new List<Opening>());
        foreach (var (place, commitment) in head.Commitments.Index())
        {
            var salt = salts.AsMemory(place * Commitment.SaltLength, Commitment.SaltLength);
            openings.Add(Commitment.IsErased(salt.Span)
                ? Opening.Erased(index, commitment.Pointer, await connection.OneAsync<long?>(
                    ErasedBySql, row => row.GetInt64(0), cancellation, head.Tenant, head.Stream, head.Version, commitment.Pointer, size) ?? index)
                : Opening.Of(index, commitment.Pointer, salt, JsonPath.Find(document.RootElement, commitment.Pointer)?.GetString() ?? ""));
        }

        return openings;
    }

    private static void AddEvidence(BundleWriter writer, Func<string, Stream?> files)
    {
        foreach (var sha256 in writer.EvidenceNamed)
        {
            using var file = files(sha256);
            if (file is not null) writer.AddEvidence(sha256, file);
        }
    }

    private static NpgsqlCommand Query(BundleContent content, long size)
    {
        var (name, parameters) = content switch
        {
            BundleContent.OfBody body => ("tenant", new object[] { body.Tenant }),
            BundleContent.OfStreams of => ("streams", [of.Streams.Select(s => s.Tenant).ToArray(), of.Streams.Select(s => s.Stream).ToArray()]),
            BundleContent.OfPeriod period => ("period", [period.From, period.Before]),
            _ => ("all", []),
        };
        var command = new NpgsqlCommand(SqlText.Of($"bundle_{name}"));
        foreach (var parameter in parameters.Prepend(size)) command.Parameters.AddWithValue(parameter);
        return command;
    }

    private static async Task<List<EarlierCheckpoint>> EarlierAsync(NpgsqlConnection connection, BundleOrder order, long size, CancellationToken cancellation)
    {
        var earlier = new List<EarlierCheckpoint>();
        foreach (var before in await connection.AllAsync(EarlierSql, row => row.GetInt64(0), cancellation, size, (long)MostEarlier, (order.Earlier ?? []).ToArray()))
        {
            var note = await LogTables.CheckpointAsync(connection, before, cancellation);
            earlier.Add(new(
                await CosignedAsync(connection, note!, cancellation),
                await new TreeStore(connection).ProofAsync(ProofPlan.Consistency(before, size), size, cancellation)));
        }

        return earlier;
    }

    private static async Task<SignedNote> CosignedAsync(NpgsqlConnection connection, string note, CancellationToken cancellation) =>
        Notes.Parse(await LogTables.CosignedAsync(connection, note, cancellation));

    private static async Task<List<VerifierKey>> KeysAsync(NpgsqlConnection connection, string role, CancellationToken cancellation) =>
        [.. (await LogTables.KeysAsync(connection, role, cancellation)).Select(VerifierKey.Parse)];

    private static BundleScope ScopeOf(BundleContent content) => content switch
    {
        BundleContent.Everything => BundleScope.Log,
        BundleContent.OfPeriod => BundleScope.Selection,
        _ => BundleScope.Streams,
    };

    private static FileStream Scratch() => new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
        new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose });
}
