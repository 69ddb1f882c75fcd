select l.index, l.body, l.salts
from lifecycle.mt_events e
join lifecycle.ledger_leaf l on l.position = e.seq_id
where e.tenant_id = $1 and e.stream_id = $2 and e.version = $3
for update of e, l
