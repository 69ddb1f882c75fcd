create index publication_count_publication on publication_count (publication);
create index publication_count_subject on publication_count (subject);
