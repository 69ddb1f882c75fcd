-- Whom a body's open records name as their owner. By the index of a body's open records, as the lists of what waits.
select r.owner, count(*)
from lifecycle.recommendation_status r
where r.tenant_id = @body and r.is_open and r.owner is not null
group by r.owner
order by count(*) desc, r.owner
limit @most
