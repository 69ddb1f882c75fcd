-- What stands and is known today is little; a list of now must not read what is otherwise known by now.
drop index sign_off_queue_valid;
create index sign_off_queue_known on sign_off_queue (known_to, valid_to, valid_from, known_from);

-- Trends and ages ask for what was open from one day to another, and for nothing that is not in here.
create index open_interval_reach on open_interval (valid_to) include (valid_from, known_from, known_to, kind, raised_on, tenant_id);

-- Ratings of what is open today.
create index recommendation_status_rated on recommendation_status (kind, rag) include (tenant_id) where is_open;

-- By record, whose next row takes the place of the one before: by day, the index would grow without end as records move on.
drop index recommendation_interval_standing;
create index recommendation_interval_standing on recommendation_interval (tenant_id, stream_id)
    include (valid_from, known_from, facts, level, is_open, missed_explained, due_on, raised_on, status_since, publication, reference)
    where valid_to = 'infinity' and known_to = 'infinity';
