select r.stream_id, r.reference
from lifecycle.recommendation_status r
where r.stream_id = any(@streams)
