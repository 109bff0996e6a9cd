"""The number that grows with every change of what is published, and what is remembered until it does."""
