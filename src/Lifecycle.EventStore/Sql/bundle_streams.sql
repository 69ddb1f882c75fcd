select l.index, l.body, l.salts, e.data
from lifecycle.ledger_leaf l
join lifecycle.mt_events e on e.seq_id = l.position
join unnest($2::varchar[], $3::uuid[]) as wanted (tenant_id, stream_id) on e.tenant_id = wanted.tenant_id and e.stream_id = wanted.stream_id
where l.index < $1
order by l.index
