-- A Marten store's tombstone (time -infinity) fills a position and says nothing.
select seq_id, id, tenant_id, stream_id, version, type, data, headers, timestamp, correlation_id
from lifecycle.mt_events
where seq_id > $1 and timestamp > '-infinity'
order by seq_id
limit $2
