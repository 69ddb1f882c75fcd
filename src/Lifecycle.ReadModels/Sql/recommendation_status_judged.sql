-- What the work lists of a body ask of a record beside its facts: whether scrutiny passed, and since when it has been returned.
alter table recommendation_status add column scrutiny_passed boolean, add column returned_on date;
