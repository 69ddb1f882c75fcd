select verified_at, actor, what, holds, result::text from lifecycle.ledger_verification order by id desc limit $1
