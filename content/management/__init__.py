"""What an operator runs for the content."""
