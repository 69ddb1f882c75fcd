-- A record's whole stream by its reference. Tombstones of a Marten store say nothing.
select e.tenant_id, e.stream_id, e.seq_id, e.version, e.type, e.data, e.headers, e.timestamp
from lifecycle.recommendation_status r
join lifecycle.mt_events e on e.tenant_id = r.tenant_id and e.stream_id = r.stream_id
where r.reference = @reference and e.timestamp > '-infinity'
order by e.version
