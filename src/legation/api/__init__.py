"""The door for programs; empty until the desk arrives."""
