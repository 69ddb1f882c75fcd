-- As at a past day most records already were what they are now: those are read here, one row each, and only the others by their stream
-- from recommendation_interval. Filled by `lifecycle rebuild recommendation_status` in a database that was made before.
alter table recommendation_status add column since date not null default 'infinity';
alter table recommendation_status alter column since drop default;
-- Every key hardly ever changes, so that a change of status, rating or owner is written without touching an index.
create index recommendation_status_body on recommendation_status (tenant_id, reference);
create index recommendation_status_publication on recommendation_status (publication, reference);
create index recommendation_status_raised on recommendation_status (raised_on desc, reference);
create index recommendation_status_due on recommendation_status (due_on, reference);
create index recommendation_status_level on recommendation_status (level desc nulls last, reference);
create index recommendation_status_title on recommendation_status (title, reference);
create index recommendation_status_open on recommendation_status (tenant_id, reference) where is_open;
drop index recommendation_interval_body, recommendation_interval_publication, recommendation_interval_reference;
