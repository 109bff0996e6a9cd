"""What those who run an edition do with its certificates."""
