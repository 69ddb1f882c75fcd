-- The open records that the caller may see, as at a day and as known at a moment, by the three ways in that the indexes of
-- position_interval are. Plain SQL, so that the planner puts it in place of the call. The beginnings are worked out apart:
-- row security lets only plain comparisons of columns into an index.
create function open_at(as_at date, known_at timestamptz)
    returns table (body varchar, kind text, level integer, status text, publication text)
    language sql stable
as $$
    with width as materialized (
        select n::smallint as span, as_at - (1 << n) as valid_after, known_at - make_interval(days => 1 << n) as known_after
        from generate_series(1, 20) n
    )
    select r.tenant_id, r.kind, r.level, r.status, r.publication
    from width join lifecycle.position_interval r on r.span = width.span and r.valid_from > width.valid_after
    where r.valid_to < 'infinity'
      and r.valid_from <= as_at and r.valid_to > as_at and r.known_from <= known_at and r.known_to > known_at
    union all
    select r.tenant_id, r.kind, r.level, r.status, r.publication
    from width join lifecycle.position_interval r on r.span = width.span and r.known_from > width.known_after
    where r.valid_to = 'infinity' and r.known_to < 'infinity'
      and r.valid_from <= as_at and r.known_from <= known_at and r.known_to > known_at
    union all
    select r.tenant_id, r.kind, r.level, r.status, r.publication
    from lifecycle.position_interval r
    where r.valid_to = 'infinity' and r.known_to = 'infinity' and r.valid_from <= as_at and r.known_from <= known_at
$$;

revoke all on function open_at(date, timestamptz) from public;
grant execute on function open_at(date, timestamptz) to lifecycle_app;
