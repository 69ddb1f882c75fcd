-- Where a stream ends is in mt_streams already: without it, a row is written only when the record's facts change.
alter table recommendation_status drop column version, drop column last_position, drop column last_recorded_at;
-- The register is read from recommendation_interval, as at any day; here nobody looks by these.
drop index recommendation_status_body, recommendation_status_publication, recommendation_status_status, recommendation_status_due;
