-- The rows after one that was read before, in the order of the list.
-- The words in braces are filled in from a fixed vocabulary, never from what somebody typed.
select r.reference, r.publication, r.number, r.kind, r.soft, r.body, r.title, r.level, r.status, r.status_since,
    r.owner, r.board, r.rag, r.due_on, r.missed_reason, r.missed_shared, r.forecast, r.parent, r.raised_on, r.on_risk_register, r.claims_implemented
from (
    select r.stream_id, r.reference, {key} as key
    from {rows} r
    where {where}
    order by {order}
    limit @limit
) page
cross join lateral (select * from {rows} r where r.stream_id = page.stream_id limit 1) r
order by page.key {direction}, page.reference
