select line from lifecycle.ledger_cosignature where size = $1 order by received_at, line
