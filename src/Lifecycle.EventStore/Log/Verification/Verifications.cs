using Npgsql;
using NpgsqlTypes;

namespace Lifecycle.EventStore.Log.Verification;

/// <summary>A row of ledger_verification.</summary>
public sealed record VerificationRow(DateTimeOffset At, string Actor, string What, bool Holds, string Result);

/// <summary>What was verified before, and what was refused to be signed.</summary>
public static class Verifications
{
    private static readonly string InsertSql = SqlText.Of("verification_insert");
    private static readonly string LatestSql = SqlText.Of("verifications");

    /// <param name="result">JSON.</param>
    public static async Task AddAsync(
        Database database, DateTimeOffset at, string actor, string what, bool holds, string result, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await connection.RunAsync(InsertSql, cancellation, at, actor, what, holds, new NpgsqlParameter { Value = result, NpgsqlDbType = NpgsqlDbType.Jsonb });
    }

    /// <summary>Newest first.</summary>
    public static async Task<IReadOnlyList<VerificationRow>> LatestAsync(Database database, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.AllAsync(
            LatestSql,
            row => new VerificationRow(row.GetFieldValue<DateTimeOffset>(0), row.GetString(1), row.GetString(2), row.GetBoolean(3), row.GetString(4)),
            cancellation, limit);
    }
}
