-- How one record of a publication stands with all bodies that answer for it, whoever asks: numbers only, with its owner's rights.
create function standing_of_a_record(asked_publication text, asked_number text, as_at date, known_at timestamptz)
    returns table (status text, bodies bigint, overdue bigint)
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select i.status, count(*), count(*) filter (where i.is_open and i.due_on < as_at)
    from lifecycle.recommendation_status s
    join lifecycle.recommendation_interval i on i.stream_id = s.stream_id
    where s.publication = asked_publication and s.number = asked_number
      and i.valid_from <= as_at and i.valid_to > as_at and i.known_from <= known_at and i.known_to > known_at
    group by i.status
$$;

revoke all on function standing_of_a_record(text, text, date, timestamptz) from public;
grant execute on function standing_of_a_record(text, text, date, timestamptz) to lifecycle_app;
