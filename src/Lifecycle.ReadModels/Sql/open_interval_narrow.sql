-- Ages come from the lines of the register.
drop index open_interval_reach, open_interval_known;
alter table open_interval drop column raised_on;
create index open_interval_reach on open_interval (valid_to) include (valid_from, known_from, known_to, kind, tenant_id);
create index open_interval_known on open_interval (valid_to) include (valid_from, kind, tenant_id) where known_to = 'infinity';
