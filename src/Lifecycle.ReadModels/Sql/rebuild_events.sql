-- Stream by stream, so that each is folded once and forgotten. Tombstones of a Marten store have no time and are nobody's history.
select tenant_id, stream_id, seq_id, version, type, data, headers, timestamp
from lifecycle.mt_events
where seq_id <= @until and timestamp > '-infinity'
order by tenant_id, stream_id, version
