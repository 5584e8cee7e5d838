"""The command line: one file a verb; what they share is in ``options``, ``output``, ``failures`` and the views."""
