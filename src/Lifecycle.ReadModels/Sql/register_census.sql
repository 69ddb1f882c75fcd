-- Every record of a point, each in the 32 bytes of CensusLine. The program counts them and finds the page: here, each grouping of a
-- hundred thousand records by words takes longer than reading and sending all of them.
-- The words in braces are filled in from a fixed vocabulary, never from what somebody typed.
select string_agg(r.census, '')
from {rows} r
where {where}
