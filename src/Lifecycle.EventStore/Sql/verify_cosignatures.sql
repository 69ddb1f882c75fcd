select c.size, c.key_name, c.line, k.note
from lifecycle.ledger_cosignature c left join lifecycle.ledger_checkpoint k on k.size = c.size
order by c.size, c.line
