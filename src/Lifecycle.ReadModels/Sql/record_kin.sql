-- Which records they are never changes, so that they are found by the keys of now and then read as at any point.
with kin as materialized (
    select s.stream_id from lifecycle.recommendation_status s
    where s.parent = @parent or s.reference = any(@named)
    order by s.reference
    limit @limit
)
select r.reference, r.publication, r.number, r.kind, r.soft, r.body, r.title, r.level, r.status, r.status_since,
    r.owner, r.board, r.rag, r.due_on, r.missed_reason, r.missed_shared, r.forecast, r.parent, r.raised_on, r.on_risk_register, r.claims_implemented
from kin
join lateral (select * from {rows} r where r.stream_id = kin.stream_id limit 1) r on true
order by r.reference
