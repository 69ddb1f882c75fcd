select l.index, l.body, l.salts, e.data
from lifecycle.ledger_leaf l
join lifecycle.mt_events e on e.seq_id = l.position
where l.index < $1 and e.timestamp >= $2 and e.timestamp < $3
order by l.index
