-- How many records of the register each body and each publication would show: each leaves out its own choice and obeys all others.
-- The words in braces are filled in from a fixed vocabulary, never from what somebody typed.
with counted as (
    select coalesce(r.tenant_id, r.publication) as word,
        case when grouping(r.tenant_id) = 0 then 'body' else 'publication' end as choice,
        case when grouping(r.tenant_id) = 0 then count(*) filter (where {in_publication}) else count(*) filter (where {in_bodies}) end as count
    from {rows} r
    where {where}
    group by grouping sets ((r.tenant_id), (r.publication))
),
ranked as (
    select *, count(*) over (partition by choice) as of,
        row_number() over (partition by choice order by word = any(@chosen) desc, count desc, word) as place
    from counted
    where count > 0
)
select ranked.choice, null::integer, ranked.word, d.title, ranked.count, ranked.of
from ranked
left join lateral (
    select d.title from lifecycle.publication_digest d where choice = 'publication' and d.publication = word and {holds} limit 1
) d on true
where choice = 'body' or place <= 15
order by choice, place
