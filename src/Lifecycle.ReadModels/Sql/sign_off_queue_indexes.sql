-- Hardly any row is without an end, and those are what a queue of today consists of.
create index sign_off_queue_body on sign_off_queue (tenant_id, valid_to);
create index sign_off_queue_valid on sign_off_queue (valid_to, valid_from);
