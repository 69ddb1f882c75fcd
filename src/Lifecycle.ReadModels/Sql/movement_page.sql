-- Each sort in the order of an index, so that only the days of the page are read.
select page.valid_from, page.what, page.from_status, page.to_status, page.from_due, page.to_due, page.reference, r.body, r.title, r.kind, r.level
from (
    select m.*
    from unnest(@what) sort (what)
    cross join lateral (
        select m.stream_id, m.valid_from, m.what, m.reference, m.from_status, m.to_status, m.from_due, m.to_due
        from lifecycle.movement m
        where m.what = sort.what
          and m.valid_from > @since and m.valid_from <= @as_at and m.known_from <= @known_at and m.known_to > @known_at and {where}
        order by m.valid_from, m.reference
        limit @limit + @offset
    ) m
    order by m.valid_from, m.reference, m.what
    limit @limit offset @offset
) page
left join lateral (select * from {rows} r where r.stream_id = page.stream_id limit 1) r on true
order by page.valid_from, page.reference, page.what
