create index movement_day on movement (valid_from, tenant_id);
