"""What the certificates hold of a person: told, and erased."""
