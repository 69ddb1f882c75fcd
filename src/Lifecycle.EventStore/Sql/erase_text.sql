update lifecycle.mt_events set data = jsonb_set(data, $4::text[], to_jsonb($5::text), false)
where tenant_id = $1 and stream_id = $2 and version = $3
