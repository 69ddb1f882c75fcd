insert into lifecycle.ledger_tile (level, index, hashes, root)
select $1, index, hashes, root
from unnest($2::bigint[], $3::bytea[], $4::bytea[]) as t (index, hashes, root)
