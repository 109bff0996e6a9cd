"""Woven bands: every page has one, drawn from its key and from nothing else."""
