select found.total, a.version, a.position, e.type, e.timestamp, e.headers, e.data::text, a.status_after
from (
    select count(*) as total from lifecycle.audit_history
    where stream_id = @stream and effective_on <= @as_at and recorded_at <= @known_at
) found
left join lateral (
    select * from lifecycle.audit_history
    where stream_id = @stream and effective_on <= @as_at and recorded_at <= @known_at
    order by version
    limit @limit offset @offset
) a on true
left join lifecycle.mt_events e on e.seq_id = a.position
order by a.version
