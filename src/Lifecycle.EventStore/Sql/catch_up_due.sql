-- Both sides begin at the same place: the events alone would be compared with every leaf there is.
with since as materialized (select last_position - $1 as position from lifecycle.ledger_end())
select exists (
    select from lifecycle.mt_events e
    where e.seq_id > (select position from since) and e.timestamp > '-infinity'
      and not exists (
          select from lifecycle.ledger_leaf l where l.position = e.seq_id and l.position > (select position from since)))
