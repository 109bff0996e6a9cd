"""Copies of the whole site in one file, and back again."""
