select root from lifecycle.ledger_tile where level = $1 and index >= $2 and index < $2 + $3 order by index
