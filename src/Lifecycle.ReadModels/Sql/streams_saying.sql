-- Records with words in title or summary, or a reference that begins so. Row security would keep both conditions from their
-- indexes, because they are not of the few that cannot leak a value; so this function asks whose rows may be seen itself.
create function streams_saying(said text, reference_begins text, as_at date, known_at timestamptz)
    returns setof uuid
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select t.stream_id
    from lifecycle.recommendation_text t
    where (t.words @@ websearch_to_tsquery('english', said) or lower(t.reference) like reference_begins)
      and t.valid_from <= as_at and t.valid_to > as_at and t.known_from <= known_at and t.known_to > known_at
      and ((select lifecycle.sees_all()) or t.tenant_id = any ((select lifecycle.seen_bodies())::varchar[]))
$$;

revoke all on function streams_saying(text, text, date, timestamptz) from public;
grant execute on function streams_saying(text, text, date, timestamptz) to lifecycle_app;
