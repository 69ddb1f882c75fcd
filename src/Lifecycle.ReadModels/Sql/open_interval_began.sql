-- Of a trend that ended long ago most rows hold on beyond its first day, and few began before its last.
create index open_interval_began on open_interval (valid_from) include (valid_to, known_from, known_to, kind, tenant_id);
