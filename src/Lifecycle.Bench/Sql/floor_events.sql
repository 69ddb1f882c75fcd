select type, data, headers, timestamp from bench_floor.mt_events where tenant_id = $1 and stream_id = $2 order by version
