"""Analysis: numbers over claims; empty until the indices arrive."""
