"""Each published version of a practice, under an address of its own that outlives the page."""
