-- The whole register, or a body's, or all of it that is open, as it is now: an index gives the page in its order, and the same or another counts.
-- The words in braces are filled in from a fixed vocabulary, never from what somebody typed.
select found.total, r.reference, r.publication, r.number, r.kind, r.soft, r.body, r.title, r.level, r.status, r.status_since,
    r.owner, r.board, r.rag, r.due_on, r.missed_reason, r.missed_shared, r.forecast, r.parent, r.raised_on, r.on_risk_register, r.claims_implemented
from (select count(*) as total from lifecycle.recommendation_status r where {where}) found
left join lateral (
    select r.* from lifecycle.recommendation_status r
    where {where}
    order by {order}
    limit @limit offset @offset
) r on true
order by {order}
