select count(*)
from lifecycle.recommendation_status r
join lifecycle.mt_events e on e.tenant_id = r.tenant_id and e.stream_id = r.stream_id
where r.publication = $1
