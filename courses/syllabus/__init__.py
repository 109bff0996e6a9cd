"""A course as those who take part go through it: the same units in all languages, and what opens them."""
