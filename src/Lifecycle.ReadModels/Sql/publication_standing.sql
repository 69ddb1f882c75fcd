select r.tenant_id, r.kind, r.status, count(*), count(*) filter (where r.claims_implemented and r.status <> 'not-relevant')
from {rows} r
where r.publication = @publication and {records}
group by r.tenant_id, r.kind, r.status
order by r.tenant_id, r.kind, r.status
