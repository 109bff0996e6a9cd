"""My account: the overview, and what one prefers."""
