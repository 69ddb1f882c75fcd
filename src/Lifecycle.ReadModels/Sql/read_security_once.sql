-- The policies of all tables so far, in the form that asks once a statement whose rows may be seen.
do $$
declare
    seen constant text :=
        '(select lifecycle.sees_all()) or tenant_id = any ((select lifecycle.seen_bodies())::varchar[])';
    secured text;
begin
    foreach secured in array array[
        'recommendation_status', 'recommendation_interval', 'recommendation_text', 'audit_history', 'sign_off_queue'] loop
        execute format('alter policy body on %I using (%s) with check (%s)', secured, seen, seen);
    end loop;
    foreach secured in array array['publication_digest', 'publication_count', 'grade_grid', 'declared_position'] loop
        execute format('alter policy body_writes on %I using (%s) with check (%s)', secured, seen, seen);
    end loop;
end
$$;
