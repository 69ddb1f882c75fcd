select verifier_key from lifecycle.ledger_key where role = $1 order by since, verifier_key
