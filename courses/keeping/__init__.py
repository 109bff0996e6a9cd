"""What the courses hold of a person: told, and erased."""
