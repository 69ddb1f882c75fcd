select coalesce(max(index) + 1, 0) from lifecycle.ledger_tile where level = $1
