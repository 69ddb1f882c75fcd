-- The program writes what PostgreSQL generated so far, with the same values: for a generated column the server works its expression
-- out anew in every statement, which took longer than writing the row.
alter table recommendation_status alter column facts drop expression;
alter table recommendation_interval alter column facts drop expression, alter column span drop expression;
alter table position_interval alter column span drop expression;
