select {split}, count(*)
from lifecycle.recommendation_interval r
where r.is_open and r.tenant_id {in_bodies}
  and r.valid_from <= @as_at and r.valid_to > @as_at and r.known_from <= @known_at and r.known_to > @known_at
group by 1, 2, 3, 4, 5
order by 1, 2, 3, 4, 5
