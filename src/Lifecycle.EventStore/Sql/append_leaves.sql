insert into lifecycle.ledger_leaf (index, position, tenant_id, body, hash, salts)
select index, position, tenant_id, body, hash, salts
from unnest($1::bigint[], $2::bigint[], $3::varchar[], $4::bytea[], $5::bytea[], $6::bytea[])
    as l (index, position, tenant_id, body, hash, salts)
