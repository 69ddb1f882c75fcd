-- The register of the nation as it is now.
(
    select {columns} from {standing} r where {where}
)
