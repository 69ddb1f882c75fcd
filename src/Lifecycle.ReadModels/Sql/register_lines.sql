-- The register of the nation as it is now, two megabytes of the table after the other, so that the program counts some of it while the next
-- is put together.
select p.lines
from generate_series(0, pg_relation_size('lifecycle.standing_record') / current_setting('block_size')::bigint, 256) first
cross join lateral (
    select string_agg(r.census, '') as lines
    from lifecycle.standing_record r
    where r.ctid >= format('(%s,0)', first)::tid and r.ctid < format('(%s,0)', first + 256)::tid and {where}
) p
