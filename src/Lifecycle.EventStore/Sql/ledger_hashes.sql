-- Hashes of leaves are for everybody; their bodies are for those who may see the event.
create function lifecycle.ledger_hashes(first bigint, amount bigint) returns table (hash bytea)
    language plpgsql stable security definer
    set search_path = pg_catalog
as $$
begin
    return query
        select l.hash from lifecycle.ledger_leaf l where l.index >= first and l.index < first + amount order by l.index;
end;
$$;
