"""Fitting the linker: a logistic regression over what two claims have in common."""
