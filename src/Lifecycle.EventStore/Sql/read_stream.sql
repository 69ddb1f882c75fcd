select seq_id, id, tenant_id, stream_id, version, type, data, headers, timestamp, correlation_id
from lifecycle.mt_events
where tenant_id = $1 and stream_id = $2 and timestamp > '-infinity'
order by version
