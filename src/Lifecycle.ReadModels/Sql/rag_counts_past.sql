-- From the indexes of the register at a point, which hold both words in one number: looked up one by one, the records of a force
-- are spread over all of the table.
select r.facts >> 5 & 7, r.facts >> 3 & 3, count(*)
from {rows} r
where r.is_open and {where}
group by 1, 2
