-- Stops a group unless the log still ends with the event that its writer remembers, and the ledger with that event's leaf: no
-- later position was ever taken.
select lifecycle.stop_unless(
    (select last_value = $1 from lifecycle.mt_events_sequence)
    and exists (select from lifecycle.mt_events where seq_id = $1 and id = $2)
    and exists (select from lifecycle.ledger_leaf where index = $3 and position = $1))
