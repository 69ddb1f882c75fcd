-- As open_counts was, but from the rows that positions count, and a kind that a body never held by that day has no row.
drop function open_counts(text[], date, timestamptz);

create function open_counts(bodies text[], kinds text[], as_at date, known_at timestamptz)
    returns table (body text, kind text, open bigint)
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select held.body, held.kind, coalesce(standing.open, 0)
    from (
        select b.id as body, k.word as kind
        from unnest(bodies) as b (id)
        cross join unnest(kinds) as k (word)
        cross join lateral (
            select from lifecycle.held_record h
            where h.tenant_id = b.id and h.kind = k.word
              and h.valid_from <= as_at and h.known_from <= known_at and h.known_to > known_at
            limit 1
        ) one
    ) held
    left join (
        select o.body, o.kind, count(*) as open
        from lifecycle.open_at(as_at, known_at) o
        where o.body = any(bodies)
        group by o.body, o.kind
    ) standing using (body, kind)
$$;

revoke all on function open_counts(text[], text[], date, timestamptz) from public;
grant execute on function open_counts(text[], text[], date, timestamptz) to lifecycle_app;
