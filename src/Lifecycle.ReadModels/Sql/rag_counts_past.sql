-- From the indexes of the register at a point, which hold kind (224) and rating (24) in one number: looked up one by one, the records
-- of a force are spread over all of the table.
select (r.facts & (224 | 24)) * 4, count(*)
from {rows} r
where r.is_open and {where}
group by 1
