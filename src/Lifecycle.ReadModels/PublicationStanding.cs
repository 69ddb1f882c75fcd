using Lifecycle.Domain;
using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels;

/// <summary>How many records of one kind and status one body holds of a publication.</summary>
/// <param name="Claimed">Of these, where they are relevant, those that the body says it has implemented.</param>
public sealed record PublicationGroup(string Body, RecordKind Kind, Status Status, long Records, long Claimed);

/// <summary>What became of one publication with each of the bodies that it addresses.</summary>
public static class PublicationStanding
{
    private static readonly string ReadSql = SqlText.Of("publication_standing");

    /// <summary>Of the bodies in scope; a body without a group holds no record of it.</summary>
    public static Task<List<PublicationGroup>> ReadAsync(
        Database database, ReadScope scope, string publication, AsOf asOf, CancellationToken cancellation)
    {
        var records = new Conditions().And("r.tenant_id = any(@scope)", "scope", scope.Bodies?.ToArray());
        var sql = ReadSql
            .Replace("{rows}", Register.Rows(asOf), StringComparison.Ordinal)
            .Replace("{records}", records.ToString(), StringComparison.Ordinal);
        return database.AskAsync(
            scope, sql,
            p =>
            {
                asOf.AddTo(p);
                records.AddTo(p);
                p.AddWithValue("publication", publication);
            },
            (reader, ct) => reader.AllAsync(
                row => new PublicationGroup(row.GetString(0), row.Word<RecordKind>(1), row.Word<Status>(2), row.GetInt64(3), row.GetInt64(4)), ct),
            cancellation);
    }
}
