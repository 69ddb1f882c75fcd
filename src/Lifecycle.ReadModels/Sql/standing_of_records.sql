-- How records of publications stand with all bodies that answer for them, whoever asks: numbers only, with its owner's rights. One call
-- for all records of a page: each call of a function costs as much as looking up several of its rows.
drop function standing_of_a_record(text, text, date, timestamptz);

create function standing_of_records(publications text[], numbers text[], as_at date, known_at timestamptz)
    returns table (publication text, number text, status text, bodies bigint, overdue bigint)
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select s.publication, s.number, i.status, count(*), count(*) filter (where i.is_open and i.due_on < as_at)
    from (select distinct * from unnest(publications, numbers) as asked (publication, number)) asked
    join lifecycle.recommendation_status s using (publication, number)
    -- What a record has stood at since then, or else the one of its rows that holds, which is soon found from the latest on.
    cross join lateral (
        select s.status, s.is_open, s.due_on
        where s.since <= as_at and known_at > now()
        union all
        (
            select i.status, i.is_open, i.due_on
            from lifecycle.recommendation_interval i
            where i.stream_id = s.stream_id
              and i.valid_from <= as_at and i.valid_to > as_at and i.known_from <= known_at and i.known_to > known_at
            order by i.valid_from desc, i.known_from desc
            limit 1
        )
        limit 1
    ) i
    group by 1, 2, 3
$$;

revoke all on function standing_of_records(text[], text[], date, timestamptz) from public;
grant execute on function standing_of_records(text[], text[], date, timestamptz) to lifecycle_app;
