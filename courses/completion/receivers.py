"""Ears of this room."""
