"""The command line: one file a verb; what the verbs share stands in the others."""
