-- How many bodies are overdue with each of these records, in their order.
select coalesce(sum(same.overdue), 0)::bigint
from unnest(@publications, @numbers) with ordinality as asked (publication, number, line)
left join lifecycle.standing_of_records(@publications, @numbers, @as_at, @known_at) same using (publication, number)
group by asked.line
order by asked.line
