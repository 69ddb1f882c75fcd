with streams as (
    insert into bench_floor.mt_streams
    select s.* from lifecycle.mt_streams s join lifecycle.recommendation_status r on r.tenant_id = s.tenant_id and r.stream_id = s.id
    where r.publication = $1
),
status as (
    insert into bench_floor.recommendation_status select * from lifecycle.recommendation_status where publication = $1
)
insert into bench_floor.mt_events (seq_id, id, tenant_id, stream_id, version, type, data, headers, timestamp)
select nextval('bench_floor.position'), e.id, e.tenant_id, e.stream_id, e.version, e.type, e.data, e.headers, e.timestamp
from lifecycle.mt_events e join lifecycle.recommendation_status r on r.tenant_id = e.tenant_id and r.stream_id = e.stream_id
where r.publication = $1
