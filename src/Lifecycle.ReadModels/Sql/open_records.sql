select r.facts, r.raised_on, count(*)
from lifecycle.recommendation_status r
where r.is_open and {where}
group by 1, 2
