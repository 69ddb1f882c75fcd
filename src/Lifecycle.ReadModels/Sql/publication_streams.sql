select tenant_id, stream_id from lifecycle.recommendation_status where publication = $1 order by tenant_id, stream_id
