"""Commands of the certificates."""
