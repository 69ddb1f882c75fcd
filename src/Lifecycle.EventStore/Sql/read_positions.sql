select seq_id, id, tenant_id, stream_id, version, type, data, headers, timestamp, correlation_id
from lifecycle.mt_events
where seq_id >= $1 and seq_id < $1 + $2
order by seq_id
