"""The demonstration pages that belong to no course, in the project's own form and words."""
