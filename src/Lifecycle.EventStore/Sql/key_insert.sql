insert into lifecycle.ledger_key (verifier_key, role, since) values ($1, $2, $3) on conflict (verifier_key) do nothing
