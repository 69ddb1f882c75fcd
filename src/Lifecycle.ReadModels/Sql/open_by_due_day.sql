-- What is open and overdue in the nation is found here alone; by the day due, most of what is found is closed by now.
drop index recommendation_status_rated;
create index recommendation_status_rated on recommendation_status (kind, rag) include (tenant_id, due_on, reference, stream_id) where is_open;
