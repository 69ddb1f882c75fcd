-- What is known now, which most questions are about: half of the rows are what was once thought.
create index open_interval_known on open_interval (valid_to) include (valid_from, kind, raised_on, tenant_id) where known_to = 'infinity';
alter table open_interval set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);
