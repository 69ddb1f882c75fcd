insert into lifecycle.ledger_leaf (index, position, tenant_id, body, hash, salts)
select $1 + place - 1, position, tenant_id, body, hash, salts
from unnest($2::bigint[], $3::varchar[], $4::bytea[], $5::bytea[], $6::bytea[])
    with ordinality as l (position, tenant_id, body, hash, salts, place)
