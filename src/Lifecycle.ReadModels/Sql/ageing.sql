-- Ages in bands, the oldest first: bounds are the days on which a band begins, and a record raised on such a day is as old as that.
select r.kind, width_bucket(r.raised_on - 1, @bounds), count(*)
from lifecycle.open_interval r
where r.valid_from <= @as_at and r.valid_to > @as_at and r.known_to = 'infinity' and {where}
group by 1, 2
order by 1, 2
