"""Learned weights under a lock file; empty until the reader arrives."""
