select reference, title, kind, status, level, owner, due_on, rag
from lifecycle.recommendation_status
where tenant_id = $1 and kind = any($2) and is_open
order by reference
limit $3
