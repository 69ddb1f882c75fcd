insert into lifecycle.mt_events
    (seq_id, id, tenant_id, stream_id, version, type, data, headers, correlation_id, timestamp)
select seq_id, id, tenant_id, stream_id, version, type, data, headers, correlation_id, $10
from unnest(
    $1::bigint[], $2::uuid[], $3::varchar[], $4::uuid[], $5::bigint[],
    $6::varchar[], $7::jsonb[], $8::jsonb[], $9::varchar[])
    as e (seq_id, id, tenant_id, stream_id, version, type, data, headers, correlation_id)
