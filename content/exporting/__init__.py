"""Practices taken along: cited, printed, as tables, and told to machines as linked data."""
