"""What a facilitator sees of her cohort, and does for it."""
