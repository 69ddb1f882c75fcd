-- A row is in one of the three, with everything that a list of the nation is counted, filtered and put in order by:
-- only the rows of the page that is shown are read from the table itself.
create index recommendation_interval_ended on recommendation_interval (span, valid_from)
    include (valid_to, known_from, known_to, facts, level, is_open, missed_explained, due_on, raised_on, status_since, tenant_id, publication, reference, stream_id)
    where valid_to < 'infinity';
create index recommendation_interval_once on recommendation_interval (span, known_from)
    include (valid_from, known_to, facts, level, is_open, missed_explained, due_on, raised_on, status_since, tenant_id, publication, reference, stream_id)
    where valid_to = 'infinity' and known_to < 'infinity';
create index recommendation_interval_standing on recommendation_interval (valid_from)
    include (known_from, facts, level, is_open, missed_explained, due_on, raised_on, status_since, tenant_id, publication, reference, stream_id)
    where valid_to = 'infinity' and known_to = 'infinity';
-- The indexes answer alone only for pages that a vacuum has seen since their rows last changed.
alter table recommendation_interval set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);
