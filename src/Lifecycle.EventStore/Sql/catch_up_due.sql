select exists (
    select from lifecycle.mt_events e
    where seq_id > (select last_position from lifecycle.ledger_end()) - $1 and timestamp > '-infinity'
      and not exists (select from lifecycle.ledger_leaf l where l.position = e.seq_id))
