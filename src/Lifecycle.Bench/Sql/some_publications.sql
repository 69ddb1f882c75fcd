select publication from (select distinct publication from lifecycle.publication_digest) as known order by md5(publication) limit $1
