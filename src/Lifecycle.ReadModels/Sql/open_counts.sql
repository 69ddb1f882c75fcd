-- Open records by body and kind, of any bodies, whoever asks: comparing forces needs their counts and nothing else of theirs.
-- It runs with its owner's rights, so it returns numbers only; a kind that a body never held by that day has no row.
create function open_counts(bodies text[], as_at date, known_at timestamptz)
    returns table (body text, kind text, open bigint)
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select r.tenant_id::text, r.kind, count(*) filter (where r.is_open and r.valid_to > as_at)
    from lifecycle.recommendation_interval r
    where r.tenant_id = any(bodies) and r.valid_from <= as_at and r.known_from <= known_at and r.known_to > known_at
    group by r.tenant_id, r.kind
$$;

revoke all on function open_counts(text[], date, timestamptz) from public;
grant execute on function open_counts(text[], date, timestamptz) to lifecycle_app;
