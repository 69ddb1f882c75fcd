update bench_floor.recommendation_status set steps = $2, status = 'in-progress', rag = 'amber' where stream_id = $1
