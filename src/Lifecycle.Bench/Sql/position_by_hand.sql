select kind, count(*)
from lifecycle.recommendation_interval
where is_open and valid_from <= $1 and valid_to > $1 and known_from <= $2 and known_to > $2
group by kind
