"""What is held about a person as one file, and erasing it."""
