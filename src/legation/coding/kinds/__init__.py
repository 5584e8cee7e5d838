"""The kinds of claim beside events, one module a kind."""
