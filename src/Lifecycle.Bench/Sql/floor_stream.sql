update bench_floor.mt_streams set version = $3, timestamp = now() where tenant_id = $1 and id = $2
