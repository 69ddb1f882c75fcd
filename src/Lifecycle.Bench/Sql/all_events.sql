select type, data, headers, timestamp from lifecycle.mt_events
