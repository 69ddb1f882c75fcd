-- Events without a leaf: those after the last leaf's, and those that came to light late, at most so far back. Tombstones of
-- a Marten store say nothing and get none.
select seq_id, id, stream_id, version, type, timestamptz_send(timestamp), tenant_id, mt_dotnet_type, correlation_id, causation_id, headers, data
from lifecycle.mt_events e
where seq_id > $1 and timestamp > '-infinity'
  and not exists (select from lifecycle.ledger_leaf l where l.position = e.seq_id and l.position > $1)
order by seq_id
limit $2
