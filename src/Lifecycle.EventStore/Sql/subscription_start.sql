select last_seq_id from lifecycle.mt_event_progression where name = $1
