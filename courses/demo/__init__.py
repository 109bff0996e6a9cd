"""The demonstration courses, in the project's own form."""
