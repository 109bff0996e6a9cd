"""What people say to one another, attached to any page."""
