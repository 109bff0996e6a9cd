"""Who takes part in an edition, and how one comes in."""
