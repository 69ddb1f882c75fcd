select r.stream_id, r.reference, r.tenant_id, r.publication from lifecycle.recommendation_status r where r.stream_id = any(@streams)
