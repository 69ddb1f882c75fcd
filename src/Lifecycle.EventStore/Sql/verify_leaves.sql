select index, position, tenant_id, body, hash, salts from lifecycle.ledger_leaf order by index
