"""Searches that members keep, and of whose news they are told."""
