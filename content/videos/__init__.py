"""Videos: what they cost, where they are, and the page that plays one when it is asked for."""
