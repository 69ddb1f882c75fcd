-- Stops a group whose writer remembers another end of the log than there is by now.
select lifecycle.stop_unless(last_position = $1 and last_timestamp is not distinct from $2) from lifecycle.head()
