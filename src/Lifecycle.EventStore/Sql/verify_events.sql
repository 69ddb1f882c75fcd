select seq_id, id, stream_id, version, type, timestamptz_send(timestamp), tenant_id, mt_dotnet_type, correlation_id, causation_id, headers, data,
    bdata is not null, is_archived is distinct from false
from lifecycle.mt_events
where timestamp > '-infinity'
order by seq_id
