"""Who is told of what, when and how."""
