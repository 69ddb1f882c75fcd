create index audit_history_stream on audit_history (stream_id, version);
