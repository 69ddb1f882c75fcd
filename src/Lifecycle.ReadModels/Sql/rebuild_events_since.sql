-- The whole of every stream that has grown.
select e.tenant_id, e.stream_id, e.seq_id, e.version, e.type, e.data, e.headers, e.timestamp
from (
    select distinct tenant_id, stream_id
    from lifecycle.mt_events
    where seq_id > @since and seq_id <= @until and timestamp > '-infinity'
) grown
join lifecycle.mt_events e using (tenant_id, stream_id)
where e.seq_id <= @until and e.timestamp > '-infinity'
order by e.tenant_id, e.stream_id, e.version
