-- The same numbers; a body's row is looked up by itself (limit 1): joined, the planner may read all of that point for one record.
create or replace function standing_of_a_record(asked_publication text, asked_number text, as_at date, known_at timestamptz)
    returns table (status text, bodies bigint, overdue bigint)
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select i.status, count(*), count(*) filter (where i.is_open and i.due_on < as_at)
    from lifecycle.recommendation_status s
    cross join lateral (
        select i.status, i.is_open, i.due_on
        from lifecycle.recommendation_interval i
        where i.stream_id = s.stream_id
          and i.valid_from <= as_at and i.valid_to > as_at and i.known_from <= known_at and i.known_to > known_at
        limit 1
    ) i
    where s.publication = asked_publication and s.number = asked_number
    group by i.status
$$;
