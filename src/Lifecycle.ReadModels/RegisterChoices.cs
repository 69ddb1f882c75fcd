using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels;

/// <summary>Which bodies and publications could be chosen from where a filter stands, with how many records each would show.</summary>
internal static class RegisterChoices
{
    private static readonly string Sql = SqlText.Of("register_choices").Replace("{holds}", AsOf.Holds("d"), StringComparison.Ordinal);

    public static Task<RegisterCounts> ReadAsync(
        Database database, ReadScope scope, RegisterFilter filter, AsOf asOf, CancellationToken cancellation)
    {
        // What each count leaves out does not narrow what has to be looked at.
        var others = filter with { Bodies = null, Publication = null };
        var (where, bodies, publication) = (others.Where().And(Register.Within(scope)), filter.InBodies(), filter.InPublication());
        var sql = Sql.Replace("{rows}", Register.Rows(asOf), StringComparison.Ordinal)
            .Replace("{where}", where.ToString(), StringComparison.Ordinal)
            .Replace("{in_bodies}", bodies.ToString(), StringComparison.Ordinal)
            .Replace("{in_publication}", publication.ToString(), StringComparison.Ordinal);
        return database.AskAsync(
            scope, sql,
            p =>
            {
                asOf.AddTo(p);
                foreach (var one in (Conditions[])[where, bodies, publication]) one.AddTo(p);
                p.AddWithValue("chosen", ((string?[])[filter.Publication]).OfType<string>().ToArray());
            },
            async (reader, ct) =>
            {
                var counts = new RegisterCounts(filter);
                while (await reader.ReadAsync(ct)) counts.Add(reader);
                return counts;
            },
            cancellation);
    }
}
