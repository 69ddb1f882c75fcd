-- What an event says itself is in mt_events alone: here is by what its history is found, and what only folding its stream tells.
-- Nobody looks for an event by its position but in mt_events.
alter table audit_history
    drop column type, drop column entered_late, drop column actor, drop column role, drop column body, drop column rule,
    drop column transcribed_by, drop column source,
    drop constraint audit_history_pkey, add primary key (stream_id, version);
drop index audit_history_stream;
