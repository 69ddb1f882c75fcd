-- Stops a group unless the log still ends with the event that its writer remembers: no later position was ever taken, nor was
-- that event stored later than remembered, by a second try. Whoever gave other events a leaf meanwhile has taken the numbers of
-- this group's leaves, which stops it too. So does a command that the plan refuses for a conflict and that was stored before: it
-- is a repeat.
select lifecycle.stop_unless(
    (select last_value = $1 from lifecycle.mt_events_sequence)
    and exists (select from lifecycle.mt_events where seq_id = $1 and id = $2 and timestamp = $3)
    and not exists (select from lifecycle.command_receipt where command_id = any ($4)))
