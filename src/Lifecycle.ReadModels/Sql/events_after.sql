-- The next events after a position and the newest position of all, in one statement so that both are of one moment.
-- Without events there is one row that has only the position. A Marten store's tombstone (time -infinity) says nothing.
-- References are asked for event by event: joined, they were looked for in the whole register, because a plan for any number of events takes it for large.
select head.last_position, e.seq_id, e.id, e.tenant_id,
    (select r.reference from lifecycle.recommendation_status r where r.stream_id = e.stream_id) as reference,
    e.version, e.type, e.data, e.headers, e.timestamp
from lifecycle.head() head
left join lateral (
    select seq_id, id, tenant_id, stream_id, version, type, data, headers, timestamp
    from lifecycle.mt_events
    where seq_id > @after and timestamp > '-infinity'
    order by seq_id
    limit @limit) e on true
order by e.seq_id
