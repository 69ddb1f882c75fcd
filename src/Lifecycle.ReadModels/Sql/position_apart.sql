-- Held: however they stand, one by one, with this subject; the nation's are those of the publication, each number once.
select c.publication, c.subject, c.counted, c.count, held.records, c.source, (
        select d.title
        from lifecycle.publication_digest d
        where d.publication = c.publication and d.valid_from <= @as_at and d.valid_to > @as_at and d.known_from <= @known_at and d.known_to > @known_at
        limit 1
    )
from lifecycle.publication_count c
cross join lateral (
    select count(distinct r.number) as records
    from lifecycle.held_record r
    where r.publication = c.publication and r.kind = c.counted and (c.subject = 'national' or r.tenant_id = c.subject) and {holds}
) held
where c.counted = any(@kinds) and c.count > held.records and c.subject {in_bodies}
  and c.valid_from <= @as_at and c.valid_to > @as_at and c.known_from <= @known_at and c.known_to > @known_at
order by c.publication, c.subject, c.counted, c.source
