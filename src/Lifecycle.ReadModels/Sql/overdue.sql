-- Longest overdue first, each with how many others are overdue with the same record. All are counted with what their forces say; only the page's rows are read whole.
with overdue as materialized (
    select r.stream_id, r.reference, r.due_on, m.reason, m.shared
    from {rows} r
    left join lifecycle.missed_deadline m on m.stream_id = r.stream_id and {holds}
    where r.is_open and r.due_on < @as_at and {where}
)
select total.records, total.explained, total.shared, total.not_shared,
    r.reference, r.body, r.title, r.kind, r.level, r.status, r.owner, r.board, r.due_on, r.forecast, page.reason, page.shared,
    (select coalesce(sum(same.overdue), 1) - 1 from lifecycle.standing_of_a_record(r.publication, r.number, @as_at, @known_at) same)::bigint
from (
    select count(*) as records, count(reason) as explained, count(*) filter (where shared) as shared,
        count(*) filter (where not shared) as not_shared
    from overdue
) total
left join lateral (
    select * from overdue
    order by due_on, reference
    limit @limit offset @offset
) page on true
left join lateral (select * from {rows} r where r.stream_id = page.stream_id limit 1) r on true
order by page.due_on, page.reference
