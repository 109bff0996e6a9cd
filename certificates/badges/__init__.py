"""Certificates as Open Badges 3.0: made when somebody takes one, with the same bytes each time."""
