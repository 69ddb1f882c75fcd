-- History is only ever added to: the application has no right to change or remove an event.
grant usage on schema lifecycle to lifecycle_app;
grant select on lifecycle.migration to lifecycle_app;
grant select, insert on lifecycle.mt_events to lifecycle_app;
grant select, insert, update (version, timestamp) on lifecycle.mt_streams to lifecycle_app;
grant select, insert, update on lifecycle.mt_event_progression to lifecycle_app;
grant select, insert, delete on lifecycle.command_receipt to lifecycle_app;
-- update: to keep it at or above the highest position.
grant select, update on sequence lifecycle.mt_events_sequence to lifecycle_app;

revoke all on function lifecycle.head() from public;
grant execute on function lifecycle.head() to lifecycle_app;
