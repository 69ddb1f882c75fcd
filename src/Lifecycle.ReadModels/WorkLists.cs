using Lifecycle.Domain;
using Lifecycle.Domain.Authority;
using Lifecycle.Domain.Recommendations;
using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels;

/// <summary>What waits in a body today, list by list. Always of now: nobody can work on yesterday.</summary>
public static class WorkLists
{
    private static readonly string CountsSql = SqlText.Of("work_list_counts").Replace(
        "{counts}", string.Join(",\n    ", Enum.GetValues<WorkList>().Select(list => $"count(*) filter (where {Where(list)})")), StringComparison.Ordinal);

    private static readonly string PageSql = SqlText.Of("work_list_page");

    /// <summary>How long each list is.</summary>
    public static Task<IReadOnlyDictionary<WorkList, long>> CountAsync(
        Database database, ReadScope scope, AuthorityRules rules, WorkOf of, DateOnly today, CancellationToken cancellation) =>
        database.AskAsync(scope, CountsSql, p => AddTo(p, rules, of, today), CountsAsync, cancellation);

    /// <summary>One list, oldest first.</summary>
    public static Task<Page<WorkItem>> ReadAsync(
        Database database, ReadScope scope, AuthorityRules rules, WorkOf of, WorkList list, DateOnly today, Paging paging,
        CancellationToken cancellation) =>
        database.AskAsync(
            scope,
            PageSql.Replace("{where}", Where(list), StringComparison.Ordinal).Replace("{order}", Since(list), StringComparison.Ordinal),
            p =>
            {
                AddTo(p, rules, of, today);
                paging.AddTo(p);
            },
            (reader, ct) => reader.PageAsync(WorkItem.Read, ct), cancellation);

    private static string Where(WorkList list) => list switch
    {
        WorkList.DueSoon => "r.due_on >= @today and r.due_on <= @soon",
        WorkList.OverdueUnexplained => "r.due_on < @today and r.missed_reason is null",
        WorkList.Returned => "r.returned_on is not null",
        WorkList.ReadyToRecommend =>
            "r.status = 'steps-evidenced' and r.returned_on is null and (r.scrutiny_passed or not @scrutiny_required)",
        WorkList.ToScrutinise => "r.status = 'steps-evidenced' and r.scrutiny_passed is null and @scrutiny_required",
        WorkList.Mine => "r.owner = any(@owners)",
        WorkList.WaitingForChiefConstable => $"r.status = 'closure-recommended' and not {ForHmicfrs}",
        WorkList.WaitingForHmicfrs => $"r.status = 'closure-recommended' and {ForHmicfrs}",
        _ => throw new ArgumentOutOfRangeException(nameof(list)),
    };

    // A level outside 1 to 4 counts as unknown, which travels as 0.
    private const string ForHmicfrs = """
        (r.kind, case when r.level between 1 and 4 then r.level else 0 end)
            in (select kind, level from unnest(@hmicfrs_kinds, @hmicfrs_levels) as given (kind, level))
        """;

    private static string Since(WorkList list) => list switch
    {
        WorkList.Returned => "r.returned_on",
        WorkList.DueSoon or WorkList.OverdueUnexplained => "r.due_on",
        WorkList.Mine => "coalesce(r.due_on, 'infinity')",
        _ => "r.status_since",
    };

    private static async Task<IReadOnlyDictionary<WorkList, long>> CountsAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        await reader.ReadAsync(cancellation);
        return Enum.GetValues<WorkList>().Index().ToDictionary(list => list.Item, list => reader.GetInt64(list.Index));
    }

    private static void AddTo(NpgsqlParameterCollection parameters, AuthorityRules rules, WorkOf of, DateOnly today)
    {
        var bodyKind = AuthorityRules.KindOf(of.Body);
        var hmicfrs =
            (from kind in Enum.GetValues<RecordKind>()
             from level in Enumerable.Range(0, 5)
             where rules.RuleFor(kind, level == 0 ? null : level, bodyKind, today).Authority == SignOffAuthority.Hmicfrs
             select (Kind: Words.Of(kind), Level: level)).ToList();
        parameters.AddWithValue("body", of.Body);
        parameters.AddWithValue("today", today);
        parameters.AddWithValue("soon", today.AddDays(WorkOf.DaysAhead));
        parameters.AddWithValue("owners", of.Owners.ToArray());
        parameters.AddWithValue("scrutiny_required", rules.ScrutinyRequired(of.Body, today));
        parameters.AddWithValue("hmicfrs_kinds", hmicfrs.Select(one => one.Kind).ToArray());
        parameters.AddWithValue("hmicfrs_levels", hmicfrs.Select(one => one.Level).ToArray());
    }
}
