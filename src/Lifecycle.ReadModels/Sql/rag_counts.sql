select r.kind, r.rag, count(*)
from lifecycle.recommendation_status r
where r.is_open and {where}
group by r.kind, r.rag
order by r.kind, r.rag
