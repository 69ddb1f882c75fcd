-- What is found is counted and put in order by its key alone; only the page's rows are read whole.
-- The words in braces are filled in from a fixed vocabulary, never from what somebody typed.
with found as materialized (
    select r.stream_id, r.reference, {key} as key
    from {rows} r
    where {where}
)
select total.count, r.reference, r.publication, r.number, r.kind, r.soft, r.body, r.title, r.level, r.status, r.status_since,
    r.owner, r.board, r.rag, r.due_on, r.missed_reason, r.missed_shared, r.forecast, r.parent, r.raised_on, r.on_risk_register, r.claims_implemented
from (select count(*) from found) total
left join lateral (
    select * from found
    order by key {direction}, reference
    limit @limit offset @offset
) page on true
left join lateral (select * from {rows} r where r.stream_id = page.stream_id limit 1) r on true
order by page.key {direction}, page.reference
