"""Documents brought in: every word lands in the page or in the leftover box."""
