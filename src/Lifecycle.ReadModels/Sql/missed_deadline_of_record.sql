-- Why a deadline was missed stands with all else that the register says of a record, so that nothing has to be looked up beside it. The rows
-- are made anew, as with each new shape. What the nation's index of open records answered is answered from standing_record.
drop table missed_deadline;
delete from read_model_shape where name = 'missed_deadline';
alter table recommendation_status drop column missed_explained, add column missed_reason text, add column missed_shared boolean;
alter table recommendation_interval drop column missed_explained, add column missed_reason text, add column missed_shared boolean;
drop index recommendation_status_rated;
