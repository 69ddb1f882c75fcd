-- What changed since a day is counted from the index alone, one sort after the other: for the nation in years, each row of the table cost
-- a look at another page, and grouping them by a word took as long as reading them.
drop index movement_day;
create index movement_kind on movement (what, valid_from, tenant_id) include (known_from, known_to);
-- The index answers alone only for pages that a vacuum has seen since their rows last changed.
alter table movement set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);
