-- Kind, level and status as the one number that the register is counted by, in indexes that answer by themselves: an open record is
-- counted without a visit to the table, and grouped by a number in place of words. The rows are made anew, as with each new shape.
drop function open_counts(text[], text[], date, timestamptz);
drop function open_at(date, timestamptz);
alter table position_interval drop column kind, drop column level, drop column status, add column facts integer not null default 0;
alter table position_interval alter column facts drop default;
drop index position_interval_ended, position_interval_once, position_interval_standing;
create index position_interval_ended on position_interval (span, valid_from)
    include (valid_to, known_from, known_to, tenant_id, facts, publication)
    where valid_to < 'infinity';
create index position_interval_once on position_interval (span, known_from)
    include (valid_from, known_to, tenant_id, facts, publication)
    where valid_to = 'infinity' and known_to < 'infinity';
-- By record, as in the register: by day, the index would grow without end as records move on.
create index position_interval_standing on position_interval (tenant_id, stream_id)
    include (valid_from, known_from, facts, publication)
    where valid_to = 'infinity' and known_to = 'infinity';
-- The indexes answer alone only for pages that a vacuum has seen since their rows last changed.
alter table position_interval set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);

-- The open records that the caller may see, as at a day and as known at a moment, by the three ways in that the indexes are. Plain SQL,
-- so that the planner puts it in place of the call. The beginnings are worked out apart: row security lets only plain comparisons of
-- columns into an index.
create function open_at(as_at date, known_at timestamptz) returns table (body varchar, facts integer, publication text)
    language sql stable
as $$
    with width as materialized (
        select n::smallint as span, as_at - (1 << n) as valid_after, known_at - make_interval(days => 1 << n) as known_after
        from generate_series(1, 20) n
    )
    select r.tenant_id, r.facts, r.publication
    from width join lifecycle.position_interval r on r.span = width.span and r.valid_from > width.valid_after
    where r.valid_to < 'infinity'
      and r.valid_from <= as_at and r.valid_to > as_at and r.known_from <= known_at and r.known_to > known_at
    union all
    select r.tenant_id, r.facts, r.publication
    from width join lifecycle.position_interval r on r.span = width.span and r.known_from > width.known_after
    where r.valid_to = 'infinity' and r.known_to < 'infinity'
      and r.valid_from <= as_at and r.known_from <= known_at and r.known_to > known_at
    union all
    select r.tenant_id, r.facts, r.publication
    from lifecycle.position_interval r
    where r.valid_to = 'infinity' and r.known_to = 'infinity' and r.valid_from <= as_at and r.known_from <= known_at
$$;

revoke all on function open_at(date, timestamptz) from public;
grant execute on function open_at(date, timestamptz) to lifecycle_app;

-- Open records by body and kind, of any bodies, whoever asks: comparing forces needs their counts and nothing else of theirs. It runs
-- with its owner's rights, so it returns numbers only; a kind that a body never held by that day has no row.
create function open_counts(bodies text[], kinds text[], as_at date, known_at timestamptz)
    returns table (body text, kind text, open bigint)
    language sql stable security definer
    set search_path = pg_catalog
as $$
    select held.body, held.kind, coalesce(standing.open, 0)
    from (
        select b.id as body, k.word as kind,
            array_position(array['recommendation', 'area-for-improvement', 'cause-of-concern', 'area-for-priority-action', 'encouragement'], k.word) as place
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
        select o.body, o.facts >> 5 & 7 as place, count(*) as open
        from lifecycle.open_at(as_at, known_at) o
        where o.body = any(bodies)
        group by 1, 2
    ) standing using (body, place)
$$;

revoke all on function open_counts(text[], text[], date, timestamptz) from public;
grant execute on function open_counts(text[], text[], date, timestamptz) to lifecycle_app;
