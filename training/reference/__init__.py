"""Recipes for the reference tables: from the fact tables to `src/legation/reference/*.csv`."""
