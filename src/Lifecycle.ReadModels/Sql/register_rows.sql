-- Records by their streams, in the order given. Each is read by itself (limit 1): joined, all of that point would be read.
select r.reference, r.publication, r.number, r.kind, r.soft, r.body, r.title, r.level, r.status, r.status_since,
    r.owner, r.board, r.rag, r.due_on, r.missed_reason, r.missed_shared, r.forecast, r.parent, r.raised_on, r.on_risk_register, r.claims_implemented
from unnest(@streams) with ordinality as page (stream_id, line)
cross join lateral (select * from {one} r where r.stream_id = page.stream_id limit 1) r
order by page.line
