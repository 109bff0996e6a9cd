"""Papers: what stands on one, how it is worded, drawn and sealed. Knows no row of the database."""
