"""Finding pages, with accents folded and words stemmed."""
