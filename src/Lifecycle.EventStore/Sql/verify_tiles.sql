select level, count(*), min(index), max(index) from lifecycle.ledger_tile group by level order by level
