insert into bench_floor.mt_events (seq_id, id, tenant_id, stream_id, version, type, data, headers)
values (nextval('bench_floor.position'), $1, $2, $3, $4, $5, $6::jsonb, $7::jsonb)
