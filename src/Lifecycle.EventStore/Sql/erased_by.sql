-- The leaf of the event that erased a text.
select l.index
from lifecycle.mt_events e
join lifecycle.ledger_leaf l on l.position = e.seq_id
where e.tenant_id = $1 and e.stream_id = $2 and e.type = 'erased'
  and e.data -> 'version' = to_jsonb($3::bigint) and e.data -> 'fields' ? $4 and l.index < $5
order by l.index
limit 1
