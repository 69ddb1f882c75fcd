select publication, subject, counted, count, source, note
from lifecycle.publication_count
where publication = @publication
  and valid_from <= @as_at and valid_to > @as_at and known_from <= @known_at and known_to > @known_at
order by subject, counted, source
