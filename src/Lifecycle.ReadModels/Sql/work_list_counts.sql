-- The words in braces are the conditions of the lists, a fixed vocabulary.
select {counts}
from lifecycle.recommendation_status r
where r.tenant_id = @body and r.is_open
