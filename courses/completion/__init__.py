"""What was done, by whom, when; what is left, and what opens next."""
