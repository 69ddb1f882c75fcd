select d.publication, d.title from lifecycle.publication_digest d where d.publication = any(@publications) and {holds}
