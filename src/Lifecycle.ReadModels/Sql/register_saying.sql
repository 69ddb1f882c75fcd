-- The ids of records with the words, one after the other.
select string_agg(uuid_send(said), '')
from lifecycle.streams_saying(@words, @reference_begins, @as_at, @known_at) said
