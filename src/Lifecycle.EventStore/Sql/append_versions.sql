select s.tenant_id, s.id, coalesce(s.version, 0)
from unnest($1::varchar[], $2::uuid[]) as wanted (tenant_id, id)
join lifecycle.mt_streams s using (tenant_id, id)
