"""Benchmarks: `make bench` or `python -m bench`; none is a test, and no test measures time."""
