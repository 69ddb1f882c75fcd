create index open_interval_body on open_interval (tenant_id);
