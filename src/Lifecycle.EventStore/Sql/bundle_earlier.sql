-- Earlier checkpoints that a witness signed too, the newest of them, and those asked for.
(select size from lifecycle.ledger_cosignature where size > 0 and size < $1 group by size order by size desc limit $2)
union
select size from lifecycle.ledger_checkpoint where size > 0 and size < $1 and size = any ($3)
order by size
