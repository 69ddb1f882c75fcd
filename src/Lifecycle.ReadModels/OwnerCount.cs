using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels;

/// <summary>An owner as records name it, mostly a post, and how many of a body's open records do.</summary>
public sealed record OwnerCount(string Owner, long Open)
{
    /// <summary>Of a body with more owners, those with most records are read.</summary>
    public const int Most = 100;

    private static readonly string Sql = SqlText.Of("owners");

    /// <summary>The owners of a body's open records today, those with most records first.</summary>
    public static Task<List<OwnerCount>> ReadAsync(Database database, ReadScope scope, string body, CancellationToken cancellation) =>
        database.AskAsync(
            scope,
            Sql,
            p =>
            {
                p.AddWithValue("body", body);
                p.AddWithValue("most", Most);
            },
            (reader, ct) => reader.AllAsync(row => new OwnerCount(row.GetString(0), row.GetInt64(1)), ct), cancellation);
}
