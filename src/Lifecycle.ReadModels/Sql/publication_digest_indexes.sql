create index publication_digest_published on publication_digest (published_on, publication);
create index publication_digest_publication on publication_digest (publication);
