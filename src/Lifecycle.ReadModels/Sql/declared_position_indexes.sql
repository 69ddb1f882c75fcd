create index declared_position_day on declared_position (as_at, body);
