-- The register of the nation as it is now. Columns that are not in the index cost a visit to the table for every record.
(
    select {columns} from lifecycle.recommendation_interval r where r.valid_to = 'infinity' and r.known_to = 'infinity' and {where}
)
