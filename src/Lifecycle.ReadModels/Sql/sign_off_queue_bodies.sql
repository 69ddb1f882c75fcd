select body, count(*), min(recommended_on)
from waiting
group by body
order by body
