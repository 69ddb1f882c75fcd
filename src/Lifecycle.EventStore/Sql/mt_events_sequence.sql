-- A Marten store takes its positions from here. We only keep it at or above the highest position.
create sequence lifecycle.mt_events_sequence owned by lifecycle.mt_events.seq_id;
