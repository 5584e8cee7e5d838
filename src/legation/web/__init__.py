"""The door for browsers; empty until the desk arrives."""
