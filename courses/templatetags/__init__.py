"""What templates of the courses need."""
