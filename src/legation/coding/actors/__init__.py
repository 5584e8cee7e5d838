"""Who: linking noun phrases to states, organisations, persons and groups."""
