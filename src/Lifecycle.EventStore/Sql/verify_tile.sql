select hashes, root from lifecycle.ledger_tile where level = $1 and index = $2
