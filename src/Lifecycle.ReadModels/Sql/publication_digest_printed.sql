-- The day of publication as printed, where it was corrected to another: a digest shows both.
alter table publication_digest add column printed_on date;
