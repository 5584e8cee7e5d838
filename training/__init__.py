"""Recipes for tables and weights; nothing of it is shipped."""
