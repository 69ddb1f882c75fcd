-- The register of the nation as at a day and as known at a moment, found as open_at finds the open records: a row of one span that holds
-- began within that span before. One span is asked after the other, so that what is put together of each is handed over while the next is read.
-- Columns that are not in the indexes cost a visit to the table for every record.
(
    with width as materialized (
        select n::smallint as span, @as_at - (1 << n) as valid_after, @known_at - make_interval(days => 1 << n) as known_after
        from generate_series(1, 20) n
    )
    select {columns}
    from {standing} r
    where r.valid_from <= @as_at and r.known_from <= @known_at and {where}
    union all
    select ended.*
    from width cross join lateral (
        select {columns}
        from lifecycle.recommendation_interval r
        where r.span = width.span and r.valid_from > width.valid_after and r.valid_to < 'infinity'
          and r.valid_from <= @as_at and r.valid_to > @as_at and r.known_from <= @known_at and r.known_to > @known_at and {where}
    ) ended
    union all
    select once.*
    from width cross join lateral (
        select {columns}
        from lifecycle.recommendation_interval r
        where r.span = width.span and r.known_from > width.known_after and r.valid_to = 'infinity' and r.known_to < 'infinity'
          and r.valid_from <= @as_at and r.known_from <= @known_at and r.known_to > @known_at and {where}
    ) once
)
