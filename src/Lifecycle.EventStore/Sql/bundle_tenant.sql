select l.index, l.body, l.salts, e.data
from lifecycle.ledger_leaf l
join lifecycle.mt_events e on e.seq_id = l.position
where l.index < $1 and l.tenant_id = $2
order by l.index
