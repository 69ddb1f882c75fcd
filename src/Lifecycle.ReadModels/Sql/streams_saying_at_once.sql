-- The same in one array, which takes half the time of as many rows, and each condition by its own index: with "or" between them the words
-- of every row found were compared once more. A record that meets both comes twice.
drop function streams_saying(text, text, date, timestamptz);

create function streams_saying(said text, reference_begins text, as_at date, known_at timestamptz)
    returns uuid[]
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select array(
        select t.stream_id
        from lifecycle.recommendation_text t
        where t.words @@ websearch_to_tsquery('english', said)
          and t.valid_from <= as_at and t.valid_to > as_at and t.known_from <= known_at and t.known_to > known_at
          and ((select lifecycle.sees_all()) or t.tenant_id = any ((select lifecycle.seen_bodies())::varchar[]))
        union all
        select t.stream_id
        from lifecycle.recommendation_text t
        where lower(t.reference) like reference_begins
          and t.valid_from <= as_at and t.valid_to > as_at and t.known_from <= known_at and t.known_to > known_at
          and ((select lifecycle.sees_all()) or t.tenant_id = any ((select lifecycle.seen_bodies())::varchar[]))
    )
$$;

revoke all on function streams_saying(text, text, date, timestamptz) from public;
grant execute on function streams_saying(text, text, date, timestamptz) to lifecycle_app;
