"""Courses, their modules and units, as pages."""
