"""People without an account: an address proven by a link, no password."""
