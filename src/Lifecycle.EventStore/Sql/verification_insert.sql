insert into lifecycle.ledger_verification (verified_at, actor, what, holds, result) values ($1, $2, $3, $4, $5::jsonb)
