with same as (
    select r.reference, r.body, r.title, r.status, r.status_since, r.due_on
    from {rows} r
    where r.publication = @publication and r.number = @number and {where}
)
select total.count, page.reference, page.body, page.title, page.status, page.status_since, page.due_on
from (select count(*) from same) total
left join lateral (select * from same order by body limit @limit offset @offset) page on true
order by page.body
