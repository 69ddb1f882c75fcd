insert into lifecycle.ledger_cosignature (size, key_name, line, received_at) values ($1, $2, $3, $4) on conflict (size, line) do nothing
