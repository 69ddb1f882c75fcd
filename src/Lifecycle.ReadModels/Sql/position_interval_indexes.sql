-- A row is in one of the three: it has ended; nobody knew yet that it would; or it stands to this day.
create index position_interval_ended on position_interval (span, valid_from) where valid_to < 'infinity';
create index position_interval_once on position_interval (span, known_from) where valid_to = 'infinity' and known_to < 'infinity';
create index position_interval_standing on position_interval (valid_from) where valid_to = 'infinity' and known_to = 'infinity';
