"""Text of people turned into safe HTML: one renderer, one allow-list."""
