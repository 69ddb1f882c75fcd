-- How many leaves there are and the position of the last one, whoever may see them: whoever appends must take the next number.
create function lifecycle.ledger_end(out size bigint, out last_position bigint)
    language plpgsql stable security definer
    set search_path = pg_catalog
as $$
begin
    select index + 1, position into size, last_position from lifecycle.ledger_leaf order by index desc limit 1;
    size := coalesce(size, 0);
    last_position := coalesce(last_position, 0);
end;
$$;
